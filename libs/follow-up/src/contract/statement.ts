import type { InvestmentCategory, RecordedLine } from '#libs/budget/contract';
import type { ControlTotals, Ore, Precision, RoundingDifference } from '#libs/kernel';

/** An operating statement of what came out, as it was recorded. */
export interface OutcomeStatement {
  readonly lines: readonly RecordedLine[];
  readonly precision: Precision;
  /** The printed sums that came along. */
  readonly controlTotals: ControlTotals;
  /** Printed sums that differ from the computed ones by no more than rounding explains. */
  readonly rounding: readonly RoundingDifference[];
}

/** An investment's expenditure in the year; positive. */
export interface InvestmentOutcomeLine {
  readonly name: string;
  readonly amountOre: Ore;
}

export interface InvestmentOutcomeCategory {
  readonly category: InvestmentCategory;
  readonly lines: readonly InvestmentOutcomeLine[];
  /** The printed total where there is one, otherwise the computed one. */
  readonly totalOre: Ore;
}

/** A printed total that differs from the computed one by no more than rounding explains. */
export interface InvestmentOutcomeRounding {
  /** Null for the total of all categories. */
  readonly category: InvestmentCategory | null;
  readonly printedOre: Ore;
  readonly computedOre: Ore;
  /** printed − computed */
  readonly differenceOre: Ore;
  readonly toleranceOre: Ore;
}

/** What the committee invested in the year, in the statement's precision. */
export interface InvestmentOutcome {
  readonly categories: readonly InvestmentOutcomeCategory[];
  readonly totalOre: Ore;
  readonly rounding: readonly InvestmentOutcomeRounding[];
}

/** The year-end accounts (bokslut). */
export interface YearEndAccounts extends OutcomeStatement {
  /** Null where the accounts say nothing of investments. */
  readonly investments: InvestmentOutcome | null;
}
