import { citeFact, type CiteFact, type CiteFactRejection, type Decision } from '#libs/kernel';
import type { BudgetEvent, BudgetState } from '../contract/index.js';

/** Says under which paragraph an uncited fact of the budget was decided. */
export function citeBudgetFact(
  command: CiteFact,
  state: BudgetState,
): Decision<BudgetEvent, CiteFactRejection> {
  return citeFact(command, state.uncited);
}
