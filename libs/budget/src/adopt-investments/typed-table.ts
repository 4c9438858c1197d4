import type { FiscalYear, Ore, Precision } from '#libs/kernel';
import type { InvestmentCategory, InvestmentLine } from '../contract/index.js';

/** Lines of a category as they were typed, with its printed total of each year where there are any. */
export interface TypedCategory {
  readonly category: InvestmentCategory;
  readonly lines: readonly InvestmentLine[];
  readonly totalsOre?: readonly Ore[];
}

/** An investment table as it was typed. Expenditure is positive. */
export interface TypedTable {
  /** The columns: consecutive years, the budget year among them, at most one before it and six in all. */
  readonly years: readonly FiscalYear[];
  readonly precision: Precision;
  readonly categories: readonly TypedCategory[];
  /** The printed total of each year, where there are any. */
  readonly totalsOre?: readonly Ore[];
}

/** Every row of the table by what it is of: a line's name, a category's printed totals, or `total`. */
export function rowsOf({
  categories,
  totalsOre,
}: TypedTable): readonly (readonly [string, readonly Ore[]])[] {
  return [
    ...categories.flatMap((category) => [
      ...category.lines.map((line) => [line.name, line.amountsOre] as const),
      ...(category.totalsOre ? [[category.category, category.totalsOre] as const] : []),
    ]),
    ...(totalsOre ? [['total', totalsOre] as const] : []),
  ];
}
