import { roundingToleranceOre, sumOre, type Ore } from '#libs/kernel';
import type { InvestmentCategory, InvestmentCategoryTable, InvestmentRounding } from '../contract/index.js';
import type { TypedTable } from './typed-table.js';

/** A typed table with its totals: the printed ones where there are any, otherwise the computed ones. */
export interface AddedUp {
  readonly categories: readonly InvestmentCategoryTable[];
  readonly totalsOre: readonly Ore[];
  /** Printed totals that rounding explains. */
  readonly rounding: readonly InvestmentRounding[];
  /** Printed totals that rounding does not explain. */
  readonly contradictions: readonly InvestmentRounding[];
}

/** Adds up every column: lines to categories, and categories, as printed where they are, to the total. */
export function addedUp(table: TypedTable): AddedUp {
  const sums = table.categories.map(({ category, lines, totalsOre }) =>
    held(table, { category, rows: lines.map((line) => line.amountsOre), printed: totalsOre }),
  );
  const total = held(table, {
    category: null,
    rows: sums.map((sum) => sum.totalsOre),
    printed: table.totalsOre,
  });
  const differences = [...sums, total].flatMap((sum) => sum.differences);
  const explained = ({ differenceOre, toleranceOre }: InvestmentRounding) =>
    Math.abs(differenceOre) <= toleranceOre;
  return {
    categories: table.categories.map(({ category, lines }, n) => ({
      category,
      lines,
      totalsOre: sums[n]?.totalsOre ?? [],
    })),
    totalsOre: total.totalsOre,
    rounding: differences.filter(explained),
    contradictions: differences.filter((difference) => !explained(difference)),
  };
}

interface Rows {
  readonly category: InvestmentCategory | null;
  readonly rows: readonly (readonly Ore[])[];
  readonly printed: readonly Ore[] | undefined;
}

function held({ years, precision }: TypedTable, { category, rows, printed }: Rows) {
  const computed = years.map((_, n) => sumOre(rows.map((row) => row[n] ?? 0)));
  const totalsOre = printed ?? computed;
  const toleranceOre = roundingToleranceOre(rows.length, precision);
  const differences = years.map((year, n): InvestmentRounding => {
    const [printedOre, computedOre] = [totalsOre[n] ?? 0, computed[n] ?? 0];
    const differenceOre = sumOre([printedOre, -computedOre]);
    return { category, year, printedOre, computedOre, differenceOre, toleranceOre };
  });
  return { totalsOre, differences: differences.filter(({ differenceOre }) => differenceOre !== 0) };
}
