import type { DocIndex, DocSelection, FiscalYear, Recorded, StreamSelector } from '#libs/kernel';
import { budgetContext, budgetOf, budgetStreamName, type BudgetEvent } from '../contract/index.js';

/** Plan years reach this far beyond the budget year that carries them. */
export const maxPlanYears = 5;

/** Every view of budgets has a document a committee and fiscal year, `SN.2025`. */
export function budgetKey(committee: string, year: FiscalYear): string {
  return `${committee}.${year}`;
}

export function partsOfKey(key: string): { readonly committee: string; readonly year: FiscalYear } {
  const [committee = '', year] = key.split('.');
  return { committee, year: Number(year) };
}

/** A fact concerns its own year; an adoption the years that it plans as well. */
export function budgetKeysOf(event: Recorded<BudgetEvent>): readonly string[] {
  const { committee, year } = budgetOf(event);
  const plans = event.type === 'BudgetAdopted' ? event.data.planYears.map((plan) => plan.year) : [];
  return [year, ...plans].map((concerned) => budgetKey(committee, concerned));
}

export function budgetIndex({
  committee,
  year,
}: {
  readonly committee: string;
  readonly year: FiscalYear;
}): DocIndex {
  return { committee, year, sortKey: budgetKey(committee, year) };
}

/** The streams that a document is made of: the year's own, and the years before it whose plans can reach it. */
export function budgetSources({ key, committee, year }: DocSelection): readonly StreamSelector[] {
  const asked = key === undefined ? { committee, year } : partsOfKey(key);
  if (asked.committee === undefined) return [{ prefix: `${budgetContext}-` }];
  const { committee: code, year: last } = asked;
  if (last === undefined) return [{ prefix: `${budgetContext}-${code}.` }];
  return Array.from({ length: maxPlanYears + 1 }, (_, n) => ({ stream: budgetStreamName(code, last - n) }));
}
