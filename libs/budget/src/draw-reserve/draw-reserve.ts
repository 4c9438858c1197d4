import { firstObjection, reject, type Decision, type Ore, type Precision, type Rule } from '#libs/kernel';
import type { BudgetEvent, BudgetState } from '../contract/index.js';
import { everyAmountFits } from '../fiscal-year/line-rules.js';
import type { BudgetRejection } from '../fiscal-year/rejections.js';
import { theReserveHeldByThen, theReserveIsSet } from '../fiscal-year/reserve-rules.js';
import { theBudgetHeldByThen, theBudgetIsAdopted, type BudgetCommand } from '../fiscal-year/rules.js';
import { acceptSound } from '../fiscal-year/soundness.js';

/** Releases part of the reserve for a purpose. Where the money is to be budgeted elsewhere, it is reallocated too. */
export interface DrawReserve extends BudgetCommand {
  /** Positive öre. */
  readonly amountOre: Ore;
  readonly precision: Precision;
  readonly purpose: string;
}

const rules: readonly Rule<DrawReserve, BudgetState, BudgetRejection>[] = [
  theBudgetIsAdopted,
  theReserveIsSet,
  theBudgetHeldByThen,
  theReserveHeldByThen,
  ({ amountOre, precision }) => everyAmountFits([['reserve', amountOre]], precision),
];

/** Rejects with a {@link BudgetRejection}: `reserve-overdrawn` says what is left. */
export function drawReserve(
  command: DrawReserve,
  state: BudgetState,
): Decision<BudgetEvent, BudgetRejection> {
  const objection = firstObjection(rules, command, state);
  if (objection) return reject(objection);
  const { amountOre, precision, purpose, basis } = command;
  return acceptSound(
    { type: 'ContingencyReserveDrawn', data: { amountOre, precision, purpose }, basis },
    state,
  );
}
