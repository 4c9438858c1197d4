import type { Basis, FiscalYear, Recorded } from '#libs/kernel';
import {
  adoptedFigures,
  budgetOf,
  evolveFigures,
  type BudgetEvent,
  type BudgetFigures,
} from '../contract/index.js';
import { partsOfKey } from './budget-documents.js';
import { planOf, withPlan, type Plan } from './plans.js';

/** What is known of a committee's budget year: how it was planned, and what was adopted and changed. */
export interface YearBudget {
  readonly committee: string;
  readonly year: FiscalYear;
  /** The last revision of the year's own stream; −1 where only earlier years have planned it. */
  readonly revision: number;
  /** In the order of their dates: the last one holds until the year's own budget is adopted. */
  readonly plans: readonly Plan[];
  readonly adoption: { readonly revision: number; readonly basis: Basis } | null;
  readonly figures: BudgetFigures | null;
}

export function noYearBudget(key: string): YearBudget {
  return { ...partsOfKey(key), revision: -1, plans: [], adoption: null, figures: null };
}

/** Takes in a fact of the year's own stream, or of an earlier one that plans the year. */
export function evolveYearBudget(budget: YearBudget, event: Recorded<BudgetEvent>): YearBudget {
  if (budgetOf(event).year !== budget.year) return withPlanOf(budget, event);
  const { revision } = event.record;
  const adoption = event.type === 'BudgetAdopted' ? { revision, basis: event.basis } : budget.adoption;
  return { ...budget, revision, adoption, figures: evolveFigures(budget.figures, event) };
}

function withPlanOf(budget: YearBudget, event: BudgetEvent): YearBudget {
  const plan = event.type === 'BudgetAdopted' ? planOf(event, budget.year) : null;
  return plan ? { ...budget, plans: withPlan(budget.plans, plan) } : budget;
}

/** The budget in force; where none is adopted yet, the plan that holds; null where there is neither. */
export function figuresOf({ figures, plans }: YearBudget): BudgetFigures | null {
  const plan = plans.at(-1);
  return figures ?? (plan ? adoptedFigures(plan.statement, plan.precision) : null);
}
