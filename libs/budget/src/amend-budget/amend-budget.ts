import { firstObjection, reject, sumOre, type Decision, type Ore, type Rule } from '#libs/kernel';
import { budgetFigures, type BudgetEvent, type BudgetState } from '../contract/index.js';
import {
  recordedChanges,
  rulesOfChanges,
  sumOfChanges,
  type ChangeLines,
} from '../fiscal-year/change-rules.js';
import type { BudgetRejection } from '../fiscal-year/rejections.js';
import { theBudgetHeldByThen, theBudgetIsAdopted } from '../fiscal-year/rules.js';
import { acceptSound } from '../fiscal-year/soundness.js';

/** An additional budget (tilläggsbudget): changes lines, the grant among them perhaps. */
export interface AmendBudget extends ChangeLines {
  /** The result that the budget has from now on; the one in force where it is not told. */
  readonly adoptedResultOre?: Ore;
}

const rules: readonly Rule<AmendBudget, BudgetState, BudgetRejection>[] = [
  theBudgetIsAdopted,
  theBudgetHeldByThen,
  ...rulesOfChanges,
  theChangesLeadToTheResult,
];

/** Rejects with a {@link BudgetRejection}: changes that miss the result, and those that leave the reserve uncovered. */
export function amendBudget(
  command: AmendBudget,
  state: BudgetState,
): Decision<BudgetEvent, BudgetRejection> {
  const objection = firstObjection(rules, command, state);
  if (objection) return reject(objection);
  const { precision, basis } = command;
  const data = { precision, changes: recordedChanges(command, state) };
  return acceptSound({ type: 'BudgetAmended', data, basis }, state);
}

/** A committee does not budget itself into a deficit by the way: a new result is said, or the former one is kept. */
function theChangesLeadToTheResult(command: AmendBudget, state: BudgetState): BudgetRejection | null {
  const formerOre = budgetFigures(state.facts, command.basis.effectiveOn)?.sums.annualResultOre ?? 0;
  const computedOre = sumOre([formerOre, sumOfChanges(command)]);
  const { adoptedResultOre = formerOre } = command;
  if (adoptedResultOre === computedOre) return null;
  const differenceOre = sumOre([adoptedResultOre, -computedOre]);
  return { code: 'amendment-contradicts-result', facts: { adoptedResultOre, computedOre, differenceOre } };
}
