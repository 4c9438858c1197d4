import type { InvestmentCategory, InvestmentRounding, RecordedLine } from '#libs/budget/contract';
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

/** What the committee invested in the year, in the statement's precision. */
export interface InvestmentOutcome {
  readonly categories: readonly InvestmentOutcomeCategory[];
  readonly totalOre: Ore;
  /** Printed totals that differ from the computed ones by no more than rounding explains. */
  readonly rounding: readonly InvestmentRounding[];
}

/** The year-end accounts (bokslut). */
export interface YearEndAccounts extends OutcomeStatement {
  /** Null where the accounts say nothing of investments. */
  readonly investments: InvestmentOutcome | null;
}
