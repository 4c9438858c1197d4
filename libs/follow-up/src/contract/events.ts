import type { DomainEvent, FactCited } from '#libs/kernel';
import type { CalendarRound } from './calendar.js';
import type { Forecast } from './forecast.js';
import type { OutcomeStatement, YearEndAccounts } from './statement.js';

/** The rounds of the fiscal year, all of them. Set again, it replaces the former calendar, which stays in the log. */
export type FollowUpCalendarSet = DomainEvent<
  'FollowUpCalendarSet',
  { readonly rounds: readonly CalendarRound[] }
>;

/** The department hands in its forecast at a round. */
export type ForecastSubmitted = DomainEvent<'ForecastSubmitted', Forecast>;

/** Another forecast at the same round, before the committee has taken note. The former stays in the log. */
export type ForecastRevised = DomainEvent<'ForecastRevised', Forecast>;

/** The committee takes note of the forecast, under the paragraph in the basis. */
export type ForecastNoted = DomainEvent<'ForecastNoted', { readonly round: number }>;

/** What came out in a month: the month's own change, never the sum since January. Holds from the month's last day. */
export type OutcomeRecorded = DomainEvent<'OutcomeRecorded', { readonly month: number } & OutcomeStatement>;

/** The month came out otherwise than was recorded: all its lines anew. The former stays in the log. */
export type OutcomeCorrected = DomainEvent<'OutcomeCorrected', { readonly month: number } & OutcomeStatement>;

/** The year-end accounts close the year. */
export type AccountsClosed = DomainEvent<'AccountsClosed', YearEndAccounts>;

/** The accounts are found to be otherwise: all of them anew. The former stay in the log. */
export type AccountsCorrected = DomainEvent<
  'AccountsCorrected',
  YearEndAccounts & { readonly reason: string }
>;

/** Everything that a follow-up stream holds. */
export type FollowUpEvent =
  | FollowUpCalendarSet
  | ForecastSubmitted
  | ForecastRevised
  | ForecastNoted
  | OutcomeRecorded
  | OutcomeCorrected
  | AccountsClosed
  | AccountsCorrected
  | FactCited;
