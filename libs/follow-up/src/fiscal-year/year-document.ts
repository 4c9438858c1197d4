import type { BudgetEvent } from '#libs/budget/contract';
import type { Measure } from '#libs/action-plan/contract';
import type { FiscalYear, Instant, PlainDate } from '#libs/kernel';
import type { CalendarRound, Forecast, OutcomeStatement, YearEndAccounts } from '../contract/index.js';

/** When a fact holds, when it was recorded, and on what it rests. */
export interface Recording {
  /** Its place in the follow-up stream. */
  readonly revision: number;
  readonly effectiveOn: PlainDate;
  readonly recordedAt: Instant;
  readonly citation: string | null;
  /** Why no paragraph is known, until one is. */
  readonly uncitedReason: string | null;
}

/** What was forecast at a round. */
export interface RoundForecasts {
  readonly round: number;
  /** The first that was handed in, then its revisions; the last one stands. */
  readonly versions: readonly (Forecast & Recording)[];
  /** That the committee took note; null until it has. */
  readonly note: Recording | null;
}

/** What came out in a month: as first recorded, then its corrections; the last one stands. */
export interface MonthOutcomes {
  readonly month: number;
  readonly versions: readonly (OutcomeStatement & Recording)[];
}

/** The closing, or a correction with its reason. */
export type AccountsVersion = YearEndAccounts & Recording & { readonly reason: string | null };

/** A measure as it was decided. */
export interface DecidedMeasure {
  readonly planId: string;
  readonly decidedOn: PlainDate;
  readonly citation: string | null;
  readonly measure: Measure;
}

/**
 * Everything that is known of a committee's fiscal year for its follow-up, with what was recorded before corrections.
 * The views compute what they show when they are read: what they compare with other years is never stale then.
 */
export interface FollowUpYear {
  readonly committee: string;
  readonly year: FiscalYear;
  /** The last revision of the follow-up stream; −1 where the year has a budget or measures but no follow-up. */
  readonly revision: number;
  readonly calendar: readonly CalendarRound[];
  /** By round; a round without a forecast has no entry. */
  readonly forecasts: readonly RoundForecasts[];
  /** By month; a month without an outcome has no entry. */
  readonly outcomes: readonly MonthOutcomes[];
  /** The closing first; none where the year is not closed. */
  readonly accounts: readonly AccountsVersion[];
  /** The facts of the year's budget, in order. */
  readonly budget: readonly BudgetEvent[];
  /** Measures decided in the year or in the year after, in which its accounts are closed. */
  readonly measures: readonly DecidedMeasure[];
}

/** The forecast that stands, or null. */
export function standingForecast({ forecasts }: FollowUpYear, round: number): (Forecast & Recording) | null {
  return forecasts.find((forecast) => forecast.round === round)?.versions.at(-1) ?? null;
}

/** The month's outcome that stands, or null. */
export function standingOutcome(
  { outcomes }: FollowUpYear,
  month: number,
): (OutcomeStatement & Recording) | null {
  return outcomes.find((outcome) => outcome.month === month)?.versions.at(-1) ?? null;
}

/** The accounts that stand, or null. */
export function standingAccounts({ accounts }: FollowUpYear): AccountsVersion | null {
  return accounts.at(-1) ?? null;
}

/** Whether anything of the follow-up itself is recorded; a budget or a measure alone makes no follow-up. */
export function isFollowedUp({ revision }: FollowUpYear): boolean {
  return revision >= 0;
}
