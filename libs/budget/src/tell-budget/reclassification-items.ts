import { groupItems, sumOre, type Item, type NamedAmount } from '#libs/kernel';
import type { BudgetDocument } from '../fiscal-year/projected-budget.js';

/** What is added to the year before so that it compares with this one: `budgets/2025/reclassifications/staffCosts`. */
export function reclassificationItems({ year, reclassifications }: BudgetDocument): readonly Item[] {
  const added = new Map<string, NamedAmount>();
  for (const { accountGroup, name, changeOre } of reclassifications.flatMap(({ data }) => data.changes)) {
    const amountOre = sumOre([added.get(accountGroup)?.amountOre ?? 0, changeOre]);
    added.set(accountGroup, { accountGroup, name, amountOre });
  }
  const place = {
    path: `budgets/${year}/reclassifications`,
    label: `omräkning av ${year - 1} till ${year} års indelning`,
  };
  return groupItems(place, [...added.values()]);
}
