import { isStillUncited, type Foundations } from '#libs/kernel';
import type { FollowUpEvent } from '../contract/index.js';
import { followUpStream } from './evolve.js';
import { forecastAt, roundOf, type FollowUpState } from './state.js';

/**
 * Forecasts build on the calendar, a note on the forecast that it is about, a correction of the accounts on those that
 * closed the year. A revised forecast and a corrected month say everything anew.
 */
export const followUpFoundations: Foundations<FollowUpState, FollowUpEvent> = {
  definition: followUpStream,
  isFounded,
};

function isFounded(state: FollowUpState, event: FollowUpEvent): boolean {
  switch (event.type) {
    case 'FollowUpCalendarSet':
    case 'OutcomeRecorded':
    case 'OutcomeCorrected':
    case 'AccountsClosed':
      return true;
    case 'ForecastSubmitted':
    case 'ForecastRevised':
      return roundOf(state, event.data.round) !== undefined;
    case 'ForecastNoted':
      return forecastAt(state, event.data.round) !== undefined;
    case 'AccountsCorrected':
      return state.accounts !== null;
    case 'FactCited':
      return isStillUncited(state.uncited, event);
    default:
      return event satisfies never;
  }
}
