import {
  citationOf,
  countUncited,
  passOverUncited,
  unknownEvent,
  type PlainDate,
  type StreamDefinition,
} from '#libs/kernel';
import { followUpContext, type CalendarRound, type FollowUpEvent } from '../contract/index.js';
import { schemaVersions } from './events.js';
import {
  nothingFollowedUp,
  type AccountsState,
  type ForecastState,
  type FollowUpState,
  type RoundState,
} from './state.js';

export const followUpStream: StreamDefinition<FollowUpState, FollowUpEvent> = {
  context: followUpContext,
  schemaVersions,
  initialState: nothingFollowedUp,
  evolve: (state, event) => ({ ...applied(state, event), uncited: countUncited(state.uncited, event) }),
  passOver: (state) => ({ ...state, uncited: passOverUncited(state.uncited) }),
};

function applied(state: FollowUpState, event: FollowUpEvent): FollowUpState {
  const { effectiveOn } = event.basis;
  switch (event.type) {
    case 'FollowUpCalendarSet':
      return { ...state, calendar: calendarAfter(state.calendar, event.data.rounds, effectiveOn) };
    case 'ForecastSubmitted':
    case 'ForecastRevised': {
      const forecast: ForecastState = { round: event.data.round, effectiveOn, notedUnder: null };
      return { ...state, forecasts: replaced(state.forecasts, forecast, 'round') };
    }
    case 'ForecastNoted':
      return { ...state, forecasts: noted(state.forecasts, event.data.round, citationOf(event.basis)) };
    case 'OutcomeRecorded':
    case 'OutcomeCorrected': {
      const { month, ...statement } = event.data;
      return { ...state, outcomes: replaced(state.outcomes, { month, statement }, 'month') };
    }
    case 'AccountsClosed': {
      const revision = state.uncited.nextRevision;
      const citation = citationOf(event.basis);
      return { ...state, accounts: { statement: event.data, closedOn: effectiveOn, revision, citation } };
    }
    case 'AccountsCorrected':
      return { ...state, accounts: state.accounts && { ...state.accounts, statement: event.data } };
    case 'FactCited':
      return { ...state, accounts: cited(state.accounts, event.data.revision, citationOf(event.basis)) };
    default:
      return unknownEvent(event);
  }
}

/** A round that stays has been in the calendar since the earlier of the two dates. */
function calendarAfter(
  former: readonly RoundState[],
  rounds: readonly CalendarRound[],
  effectiveOn: PlainDate,
): readonly RoundState[] {
  return rounds.map((round) => {
    const before = former.find((candidate) => candidate.round === round.round);
    return { ...round, since: before && before.since < effectiveOn ? before.since : effectiveOn };
  });
}

/** The items with the one that has the same key replaced, or the new one added, in the order of the key. */
function replaced<Key extends string, Item extends Readonly<Record<Key, number>>>(
  items: readonly Item[],
  item: Item,
  key: Key,
): readonly Item[] {
  return [...items.filter((other) => other[key] !== item[key]), item].toSorted((a, b) => a[key] - b[key]);
}

function noted(forecasts: readonly ForecastState[], round: number, notedUnder: string | null) {
  return forecasts.map((forecast) => (forecast.round === round ? { ...forecast, notedUnder } : forecast));
}

function cited(accounts: AccountsState | null, revision: number, citation: string | null) {
  return accounts?.revision === revision ? { ...accounts, citation } : accounts;
}
