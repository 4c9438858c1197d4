import { amountItem, type Item } from '#libs/kernel';
import { investmentsInSwedish } from '../contract/index.js';
import type { BudgetDocument } from '../fiscal-year/projected-budget.js';

/**
 * `budgets/2025/investments/reinvestment` and `budgets/2025/investments/total` for the budget year; for the other years
 * of the table `budgets/2025/investments/reinvestment/2026`.
 */
export function investmentItems({ year, investments }: BudgetDocument): readonly Item[] {
  if (!investments) return [];
  const { years, categories, totalsOre } = investments.data;
  const place = { path: `budgets/${year}/investments`, label: `investeringsbudget ${year}` };
  const rows = [
    ...categories.map((table) => ({ ...table, name: investmentsInSwedish[table.category] })),
    { category: 'total', name: 'totalt', totalsOre },
  ];
  return rows.flatMap(({ category, name, totalsOre: row }) =>
    years.map((column, n) => {
      const [segment, label] =
        column === year ? [category, name] : [`${category}/${column}`, `${name} ${column}`];
      return amountItem(place, segment, label, row[n] ?? 0);
    }),
  );
}
