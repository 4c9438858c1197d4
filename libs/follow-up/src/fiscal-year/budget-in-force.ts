import {
  budgetFigures,
  type BudgetEvent,
  type BudgetFigures,
  type InvestmentBudgetAdopted,
  type RecordedChange,
} from '#libs/budget/contract';
import { lastDayOf } from './rules.js';
import type { FollowUpYear } from './year-document.js';

/** The budget that the year ended with: what its accounts are held against. Null where none was adopted. */
export function finalBudget({ budget, year }: FollowUpYear): BudgetFigures | null {
  return budgetFigures(budget, lastDayOf(year));
}

/** The investment budget that the year ended with, or null. */
export function finalInvestmentBudget({
  budget,
  year,
}: FollowUpYear): InvestmentBudgetAdopted['data'] | null {
  return budget.filter((fact) => isOf(fact, 'InvestmentBudgetAdopted', year)).at(-1)?.data ?? null;
}

/** What makes the year before comparable with this one; none where nothing moved. */
export function reclassifications({ budget, year }: FollowUpYear): readonly RecordedChange[] {
  return budget.flatMap((fact) => (isOf(fact, 'BudgetReclassified', year) ? fact.data.changes : []));
}

function isOf<Type extends BudgetEvent['type']>(
  fact: BudgetEvent,
  type: Type,
  year: number,
): fact is Extract<BudgetEvent, { type: Type }> {
  return fact.type === type && fact.basis.effectiveOn <= lastDayOf(year);
}
