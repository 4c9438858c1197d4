import {
  firstObjection,
  reject,
  shareOre,
  unitOre,
  type Decision,
  type Ore,
  type Precision,
  type Rule,
} from '#libs/kernel';
import {
  budgetFigures,
  type BudgetEvent,
  type BudgetState,
  type ContingencyReserveSet,
} from '../contract/index.js';
import { everyAmountFits } from '../fiscal-year/line-rules.js';
import type { BudgetRejection } from '../fiscal-year/rejections.js';
import { theGroupIsACost, theReserveWasPlacedByThen } from '../fiscal-year/reserve-rules.js';
import { theBudgetHeldByThen, theBudgetIsAdopted, type BudgetCommand } from '../fiscal-year/rules.js';
import { acceptSound } from '../fiscal-year/soundness.js';

/** Sets part of a cost group's budget aside (förvaltningscentral buffert), or sets the amount anew. */
export interface SetReserve extends BudgetCommand {
  readonly heldIn: string;
  /** Positive öre, or a share of the municipal grant in force: 1,5 % is 150 basis points. */
  readonly size: { readonly amountOre: Ore } | { readonly shareBasisPoints: number };
  /** A share is rounded to whole units of it. */
  readonly precision: Precision;
}

const rules: readonly Rule<SetReserve, BudgetState, BudgetRejection>[] = [
  theBudgetIsAdopted,
  theBudgetHeldByThen,
  theReserveWasPlacedByThen,
  ({ heldIn, year }, state) => theGroupIsACost(heldIn, state, year),
  theReserveIsNotElsewhere,
  theAmountFitsThePrecision,
  theAmountIsNotNegative,
];

/** Rejects with a {@link BudgetRejection}: a reserve above its group's budget, or below what has been drawn from it. */
export function setReserve(command: SetReserve, state: BudgetState): Decision<BudgetEvent, BudgetRejection> {
  const objection = firstObjection(rules, command, state);
  return objection ? reject(objection) : acceptSound(reserveSet(command, state), state);
}

function reserveSet(
  { heldIn, size, precision, basis }: SetReserve,
  state: BudgetState,
): ContingencyReserveSet {
  if ('amountOre' in size) {
    return {
      type: 'ContingencyReserveSet',
      data: { heldIn, amountOre: size.amountOre, precision, share: null },
      basis,
    };
  }
  const grantOre = budgetFigures(state.facts, basis.effectiveOn)?.sums.municipalGrantOre ?? 0;
  const { shareBasisPoints: basisPoints } = size;
  const amountOre = shareOre(grantOre, basisPoints, unitOre(precision));
  return {
    type: 'ContingencyReserveSet',
    data: { heldIn, amountOre, precision, share: { basisPoints, grantOre } },
    basis,
  };
}

/** Setting it anew changes its size; a move changes its place. */
function theReserveIsNotElsewhere(
  { heldIn: accountGroup }: SetReserve,
  { figures }: BudgetState,
): BudgetRejection | null {
  const heldIn = figures?.reserve?.heldIn ?? accountGroup;
  return heldIn === accountGroup ? null : { code: 'reserve-held-elsewhere', facts: { heldIn, accountGroup } };
}

function theAmountFitsThePrecision({ heldIn, size, precision }: SetReserve): BudgetRejection | null {
  return 'amountOre' in size ? everyAmountFits([[heldIn, size.amountOre]], precision) : null;
}

/** A share of a grant that is itself negative sets nothing aside. Zero is allowed: it ends the reserve. */
function theAmountIsNotNegative(command: SetReserve, state: BudgetState): BudgetRejection | null {
  const { amountOre } = reserveSet(command, state).data;
  return amountOre < 0 ? { code: 'reserve-below-zero', facts: { amountOre } } : null;
}
