import type {
  CiteFactRejection,
  FiscalYear,
  Ore,
  PlainDate,
  Precision,
  Rejection,
  RoundingDifference,
  StatementTotal,
  Warning,
} from '#libs/kernel';
import type { InvestmentCategory, InvestmentRounding } from '#libs/budget/contract';
import type { CalendarRound } from '../contract/index.js';

/** Why a fact about a year's follow-up was refused. */
export type FollowUpRejection =
  | CalendarRejection
  | ForecastRejection
  | AccountsRejection
  | StatementRejection
  | InvestmentOutcomeRejection
  | CiteFactRejection
  /** `subject` is the type of the fact that this one builds on, or `FiscalYear` where that is the year's end. */
  | Rejection<
      'effective-before-its-subject',
      { readonly subject: string; readonly effectiveOn: PlainDate; readonly subjectEffectiveOn: PlainDate }
    >;

export type CalendarRejection =
  | Rejection<'rounds-not-numbered-from-one', { readonly rounds: readonly number[] }>
  | Rejection<
      'round-dates-not-rising',
      { readonly round: number; readonly date: PlainDate; readonly formerDate: PlainDate }
    >
  | Rejection<
      'round-outside-the-year',
      { readonly round: number; readonly date: PlainDate; readonly from: PlainDate; readonly to: PlainDate }
    >
  /** `proposed` is null where the new calendar leaves the round out. */
  | Rejection<
      'round-has-forecast',
      { readonly round: number; readonly date: PlainDate; readonly proposed: CalendarRound | null }
    >;

export type ForecastRejection =
  | Rejection<
      'round-not-in-calendar',
      { readonly year: FiscalYear; readonly round: number; readonly rounds: readonly number[] }
    >
  | Rejection<'forecast-after-accounts', { readonly year: FiscalYear; readonly closedOn: PlainDate }>
  | Rejection<'forecast-already-noted', { readonly round: number; readonly citation: string }>
  | Rejection<'forecast-missing', { readonly year: FiscalYear; readonly round: number }>
  | Rejection<'citation-of-another-body', { readonly citation: string; readonly committee: string }>;

export type AccountsRejection =
  | Rejection<
      'accounts-already-closed',
      { readonly year: FiscalYear; readonly closedOn: PlainDate; readonly citation: string | null }
    >
  | Rejection<'accounts-not-closed', { readonly year: FiscalYear }>;

/** Objections to the figures of a statement or a forecast. */
export type StatementRejection =
  | Rejection<
      'account-group-unknown',
      { readonly year: FiscalYear; readonly accountGroup: string; readonly accountGroups: readonly string[] }
    >
  | Rejection<'account-group-repeated', { readonly year: FiscalYear; readonly accountGroup: string }>
  /** `subject` is an account group, a printed total or an investment line. */
  | Rejection<
      'amount-finer-than-precision',
      { readonly subject: string; readonly amountOre: Ore; readonly precision: Precision }
    >
  | Rejection<
      'control-total-contradicted',
      { readonly year: FiscalYear; readonly contradictions: readonly RoundingDifference[] }
    >
  | Rejection<
      'sum-out-of-range',
      { readonly total: StatementTotal; readonly sumOre: Ore; readonly maxAmountOre: Ore }
    >;

export type InvestmentOutcomeRejection =
  | Rejection<'investment-category-repeated', { readonly category: InvestmentCategory }>
  | Rejection<'investment-line-repeated', { readonly category: InvestmentCategory; readonly name: string }>
  | Rejection<'investment-total-contradicted', { readonly contradictions: readonly InvestmentRounding[] }>;

/** An account group whose months do not add up to the accounts by more than rounding explains. */
export interface OutcomeDifference {
  readonly accountGroup: string;
  /** The sum of the year's twelve months. */
  readonly outcomesOre: Ore;
  readonly accountsOre: Ore;
  /** accounts − outcomes */
  readonly differenceOre: Ore;
  readonly toleranceOre: Ore;
}

/** What is unusual about a fact that is recorded all the same. */
export type FollowUpWarning =
  /** The forecast replaces one that was handed in before. */
  | Warning<'forecast-revised', { readonly round: number; readonly formerEffectiveOn: PlainDate }>
  | Warning<'outcome-corrected', { readonly year: FiscalYear; readonly month: number }>
  | Warning<'outcome-after-accounts', { readonly year: FiscalYear; readonly closedOn: PlainDate }>
  | Warning<
      'outcomes-differ-from-accounts',
      { readonly year: FiscalYear; readonly differences: readonly OutcomeDifference[] }
    >
  /** A cost with a positive sign, or an income or a grant with a negative one. */
  | Warning<'unusual-sign', { readonly year: FiscalYear; readonly subject: string; readonly amountOre: Ore }>;
