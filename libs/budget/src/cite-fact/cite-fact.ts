import {
  citeFact,
  type CiteFact,
  type CiteFactRejection,
  type Decision,
  type FiscalYear,
} from '#libs/kernel';
import type { BudgetEvent, BudgetState } from '../contract/index.js';

/** A later fact says under which paragraph something in the budget was decided. */
export interface CiteBudgetFact extends CiteFact {
  readonly year: FiscalYear;
}

export function citeBudgetFact(
  command: CiteBudgetFact,
  state: BudgetState,
): Decision<BudgetEvent, CiteFactRejection> {
  return citeFact(command, state.uncited);
}
