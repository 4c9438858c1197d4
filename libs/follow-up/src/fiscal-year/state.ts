import { noUncitedFacts, type PlainDate, type UncitedFacts } from '#libs/kernel';
import type { CalendarRound, OutcomeStatement } from '../contract/index.js';

export interface RoundState extends CalendarRound {
  /** From when the calendar has had the round without a break. */
  readonly since: PlainDate;
}

/** The forecast of a round as it stands: the last that was handed in. */
export interface ForecastState {
  readonly round: number;
  readonly effectiveOn: PlainDate;
  /** The paragraph under which the committee took note of it; null until it has. */
  readonly notedUnder: string | null;
}

export interface MonthState {
  readonly month: number;
  readonly statement: OutcomeStatement;
}

export interface AccountsState {
  readonly statement: OutcomeStatement;
  /** Of the closing, whatever was corrected since. */
  readonly closedOn: PlainDate;
  /** The closing's place in the stream. */
  readonly revision: number;
  readonly citation: string | null;
}

/** A committee's follow-up of one fiscal year as commands see it. */
export interface FollowUpState {
  /** By number. */
  readonly calendar: readonly RoundState[];
  readonly forecasts: readonly ForecastState[];
  readonly outcomes: readonly MonthState[];
  /** Null until the year is closed. */
  readonly accounts: AccountsState | null;
  readonly uncited: UncitedFacts;
}

export const nothingFollowedUp: FollowUpState = {
  calendar: [],
  forecasts: [],
  outcomes: [],
  accounts: null,
  uncited: noUncitedFacts,
};

export function roundOf({ calendar }: FollowUpState, round: number): RoundState | undefined {
  return calendar.find((candidate) => candidate.round === round);
}

export function forecastAt({ forecasts }: FollowUpState, round: number): ForecastState | undefined {
  return forecasts.find((forecast) => forecast.round === round);
}

export function outcomeOf({ outcomes }: FollowUpState, month: number): MonthState | undefined {
  return outcomes.find((outcome) => outcome.month === month);
}
