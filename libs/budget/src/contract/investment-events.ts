import type { DomainEvent, FiscalYear, Ore, Precision } from '#libs/kernel';

/** Expansion-, image-, re- and anpassningsinvestering. */
export const investmentCategories = ['expansion', 'image', 'reinvestment', 'adaptation'] as const;
export type InvestmentCategory = (typeof investmentCategories)[number];

/** A kind of expenditure, with one amount for each of the table's years; expenditure is positive. */
export interface InvestmentLine {
  readonly name: string;
  readonly amountsOre: readonly Ore[];
}

export interface InvestmentCategoryTable {
  readonly category: InvestmentCategory;
  readonly lines: readonly InvestmentLine[];
  /** The printed total of each year where there is one, otherwise the computed one. */
  readonly totalsOre: readonly Ore[];
}

/** A printed total that differs from the computed one by no more than rounding explains. */
export interface InvestmentRounding {
  /** Null for the total of all categories. */
  readonly category: InvestmentCategory | null;
  readonly year: FiscalYear;
  readonly printedOre: Ore;
  readonly computedOre: Ore;
  /** printed − computed */
  readonly differenceOre: Ore;
  readonly toleranceOre: Ore;
}

/** The investment budget of the stream's year and the years around it; a later one replaces it. */
export type InvestmentBudgetAdopted = DomainEvent<
  'InvestmentBudgetAdopted',
  {
    /** The columns: consecutive years, the budget year among them, at most one before it. */
    readonly years: readonly FiscalYear[];
    readonly precision: Precision;
    readonly categories: readonly InvestmentCategoryTable[];
    readonly totalsOre: readonly Ore[];
    readonly rounding: readonly InvestmentRounding[];
  }
>;
