import { sumOre, type Ore } from '#libs/kernel';
import type {
  ContingencyReserveDrawn,
  ContingencyReserveMoved,
  ContingencyReserveSet,
  ReserveShare,
} from './reserve-events.js';

/** The contingency reserve as it stands: an earmarked part of a cost group's budget. Positive öre. */
export interface ReserveFigures {
  readonly heldIn: string;
  /** As set. */
  readonly amountOre: Ore;
  readonly drawnOre: Ore;
  /** amount − drawn */
  readonly remainingOre: Ore;
  readonly share: ReserveShare | null;
  /**
   * The account groups whose lines in force contain the reserve as set: what to take out of them before years are
   * compared. More than one where a part had been drawn before the reserve moved.
   */
  readonly budgetedIn: readonly { readonly accountGroup: string; readonly amountOre: Ore }[];
}

export type ReserveEvent = ContingencyReserveSet | ContingencyReserveMoved | ContingencyReserveDrawn;

/** Takes in the next fact about the reserve. A move or a draw without a reserve changes nothing. */
export function evolveReserve(reserve: ReserveFigures | null, event: ReserveEvent): ReserveFigures | null {
  if (event.type === 'ContingencyReserveSet') return reserveSet(reserve, event.data);
  if (!reserve) return null;
  if (event.type === 'ContingencyReserveDrawn') {
    return withAmounts(reserve, reserve.amountOre, reserve.drawnOre + event.data.amountOre);
  }
  const { from, to, amountOre } = event.data;
  return {
    ...reserve,
    heldIn: to,
    budgetedIn: placed(placed(reserve.budgetedIn, from, -amountOre), to, amountOre),
  };
}

function reserveSet(
  former: ReserveFigures | null,
  { heldIn, amountOre, share }: ContingencyReserveSet['data'],
): ReserveFigures {
  const budgetedIn = placed(former?.budgetedIn ?? [], heldIn, amountOre - (former?.amountOre ?? 0));
  return withAmounts(
    { heldIn, amountOre, drawnOre: 0, remainingOre: 0, share, budgetedIn },
    amountOre,
    former?.drawnOre ?? 0,
  );
}

function withAmounts(reserve: ReserveFigures, amountOre: Ore, drawnOre: Ore): ReserveFigures {
  return { ...reserve, amountOre, drawnOre, remainingOre: sumOre([amountOre, -drawnOre]) };
}

/** Adds to what an account group holds; a group that holds nothing leaves the list. */
function placed(
  budgetedIn: ReserveFigures['budgetedIn'],
  accountGroup: string,
  changeOre: Ore,
): ReserveFigures['budgetedIn'] {
  const held = budgetedIn.find((place) => place.accountGroup === accountGroup)?.amountOre ?? 0;
  const others = budgetedIn.filter((place) => place.accountGroup !== accountGroup);
  const amountOre = sumOre([held, changeOre]);
  return amountOre === 0 ? others : [...others, { accountGroup, amountOre }];
}
