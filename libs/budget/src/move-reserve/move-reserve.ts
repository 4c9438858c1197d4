import { firstObjection, reject, type Decision, type Ore, type Rule } from '#libs/kernel';
import type { BudgetEvent, BudgetState, ContingencyReserveMoved, RecordedChange } from '../contract/index.js';
import type { BudgetRejection } from '../fiscal-year/rejections.js';
import {
  reserveThen,
  theGroupIsACost,
  theReserveIsSet,
  theReserveWasPlacedByThen,
} from '../fiscal-year/reserve-rules.js';
import { theBudgetHeldByThen, theBudgetIsAdopted, type BudgetCommand } from '../fiscal-year/rules.js';
import { acceptSound } from '../fiscal-year/soundness.js';

/** Holds the reserve in another account group from now on. */
export interface MoveReserve extends BudgetCommand {
  readonly from: string;
  readonly to: string;
  readonly reason: string;
  /**
   * True where the lines were adopted with the reserve in its new place: then the earmark moves as it was set and no
   * line changes. False: what is left of the reserve moves, and the two lines change by it.
   */
  readonly alreadyInAdoptedLines: boolean;
}

const rules: readonly Rule<MoveReserve, BudgetState, BudgetRejection>[] = [
  theBudgetIsAdopted,
  theReserveIsSet,
  theBudgetHeldByThen,
  theReserveWasPlacedByThen,
  theReserveIsWhereItMovesFrom,
  theReserveGoesSomewhereElse,
  ({ to, year }, state) => theGroupIsACost(to, state, year),
  somethingIsLeftToMove,
];

/** Rejects with a {@link BudgetRejection}. */
export function moveReserve(
  command: MoveReserve,
  state: BudgetState,
): Decision<BudgetEvent, BudgetRejection> {
  const objection = firstObjection(rules, command, state);
  if (objection) return reject(objection);
  const { from, to, reason, alreadyInAdoptedLines, basis } = command;
  const amountOre = movedOre(command, state);
  const changes = alreadyInAdoptedLines
    ? []
    : [...changeOf(from, amountOre, state), ...changeOf(to, -amountOre, state)];
  const data: ContingencyReserveMoved['data'] = {
    from,
    to,
    amountOre,
    reason,
    alreadyInAdoptedLines,
    changes,
  };
  return acceptSound({ type: 'ContingencyReserveMoved', data, basis }, state);
}

function movedOre(command: MoveReserve, state: BudgetState): Ore {
  const reserve = reserveThen(command, state);
  return (command.alreadyInAdoptedLines ? reserve?.amountOre : reserve?.remainingOre) ?? 0;
}

/** A cost is negative: the group that hands the reserve over gets a smaller one, its line rises towards zero. */
function changeOf(accountGroup: string, changeOre: Ore, { figures }: BudgetState): readonly RecordedChange[] {
  const line = figures?.lines.find((candidate) => candidate.accountGroup === accountGroup);
  return line ? [{ accountGroup, name: line.name, kind: line.kind, changeOre }] : [];
}

function theReserveIsWhereItMovesFrom(
  { from }: MoveReserve,
  { figures }: BudgetState,
): BudgetRejection | null {
  const heldIn = figures?.reserve?.heldIn ?? from;
  return heldIn === from ? null : { code: 'reserve-held-elsewhere', facts: { heldIn, accountGroup: from } };
}

function theReserveGoesSomewhereElse({ from, to }: MoveReserve): BudgetRejection | null {
  return from === to ? { code: 'reserve-already-there', facts: { heldIn: to } } : null;
}

function somethingIsLeftToMove(command: MoveReserve, state: BudgetState): BudgetRejection | null {
  if (movedOre(command, state) > 0) return null;
  const { amountOre = 0, drawnOre = 0 } = reserveThen(command, state) ?? {};
  return { code: 'reserve-empty', facts: { amountOre, drawnOre } };
}
