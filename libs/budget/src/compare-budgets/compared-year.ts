import type { Projection } from '#libs/kernel';
import { budgetContext, budgetOf, type BudgetEvent, type RecordedChange } from '../contract/index.js';
import { budgetIndex, budgetKeysOf, budgetSources } from '../fiscal-year/budget-documents.js';
import { evolveYearBudget, noYearBudget, type YearBudget } from '../fiscal-year/year-budget.js';

/** A budget year with what makes the year before comparable with it. */
export interface ComparedYear extends YearBudget {
  readonly reclassified: readonly RecordedChange[];
}

export const comparedYears: Projection<ComparedYear, BudgetEvent> = {
  name: 'compared-budgets',
  version: 1,
  contexts: [budgetContext],
  keysOf: budgetKeysOf,
  initial: (key) => ({ ...noYearBudget(key), reclassified: [] }),
  evolve: (doc, event) => {
    const evolved = { ...doc, ...evolveYearBudget(doc, event) };
    const isReclassified = event.type === 'BudgetReclassified' && budgetOf(event).year === doc.year;
    return isReclassified
      ? { ...evolved, reclassified: [...doc.reclassified, ...event.data.changes] }
      : evolved;
  },
  index: budgetIndex,
  sources: budgetSources,
};
