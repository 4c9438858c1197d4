import { sumOre, type Ore } from '#libs/kernel';
import { shiftedSums, type BudgetFigures, type RecordedChange } from '../contract/index.js';

/** The totals that are compared beside the lines. */
export const comparedTotals = ['grossCost', 'netCost'] as const;
export type ComparedTotal = (typeof comparedTotals)[number];

/** A year's figures, perhaps adjusted so that they can be held against another year's. */
export interface ComparableFigures {
  lineOre(accountGroup: string): Ore;
  totalOre(total: ComparedTotal): Ore;
}

export function comparableFigures(
  { lines, sums }: BudgetFigures,
  adjustments: readonly RecordedChange[] = [],
): ComparableFigures {
  const adjusted = shiftedSums(sums, adjustments);
  return {
    lineOre: (accountGroup) =>
      sumOre([
        ...lines.filter((line) => line.accountGroup === accountGroup).map((line) => line.inForceOre),
        ...adjustments
          .filter((change) => change.accountGroup === accountGroup)
          .map((change) => change.changeOre),
      ]),
    totalOre: (total) => adjusted[`${total}Ore`],
  };
}

/** The reserve taken out of the lines that contain it, wherever the year held it. */
export function withoutReserve({ lines, reserve }: BudgetFigures): readonly RecordedChange[] {
  return (reserve?.budgetedIn ?? []).flatMap(({ accountGroup, amountOre: changeOre }) =>
    lines
      .filter((line) => line.accountGroup === accountGroup)
      .map(({ name, kind }) => ({ accountGroup, name, kind, changeOre })),
  );
}
