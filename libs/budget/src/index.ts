import { streamKind, type AnyTeller } from '#libs/kernel';
import { comparedYears } from './compare-budgets/compared-year.js';
import { budgetFoundations } from './fiscal-year/foundations.js';
import { budgets } from './fiscal-year/projected-budget.js';
import { budgetTeller } from './tell-budget/tell-budget.js';
import { budgetHistories } from './view-history/budget-history.js';

export * from './budget.module.js';
export { CompareBudgetsQuery } from './compare-budgets/compare-budgets.handler.js';
export type { Comparison } from './compare-budgets/comparison.js';
export type { BudgetRejection, BudgetWarning } from './fiscal-year/rejections.js';
export type { BudgetView, ToldStep } from './view-budget/budget-view.js';
export { BudgetQuery } from './view-budget/view-budget.handler.js';
export { BudgetHistoryQuery, type BudgetHistoryView } from './view-history/view-history.handler.js';

/** Every view that this context keeps. */
export const budgetProjections = [budgets, budgetHistories, comparedYears] as const;

/** Every kind of stream that this context has. */
export const budgetStreams = [streamKind(budgetFoundations)] as const;

/** What says in words what the events of this context mean. */
export const budgetTellers: readonly AnyTeller[] = [budgetTeller];
