import {
  monthInSwedish,
  tellExactly,
  totalsInSwedish,
  unknownEvent,
  withoutFullStop,
  type Recorded,
  type Teller,
} from '#libs/kernel';
import type { CalendarRound, FollowUpEvent, YearEndAccounts } from '../contract/index.js';
import { sumsOf } from '../fiscal-year/statement.js';
import type { FollowUpYear } from '../fiscal-year/year-document.js';
import { followUpYears, isOfFollowUp, type YearEvent } from '../fiscal-year/year-projection.js';
import { followUpItems } from './follow-up-items.js';
import { nameForecast, tellSubmission } from './tell-forecast.js';

/** Says what was done in the follow-up of a year, and what holds of it. */
export const followUpTeller: Teller<FollowUpYear, YearEvent> = {
  projection: followUpYears,
  // What budgets and action plans did is told by theirs.
  tell: (event, before) => (isOfFollowUp(event) ? tellFollowUp(event, before) : null),
  itemsOf: followUpItems,
};

function tellFollowUp(event: Recorded<FollowUpEvent>, before: FollowUpYear): string {
  const { year } = before;
  switch (event.type) {
    case 'FollowUpCalendarSet':
      return tellCalendar(event.data.rounds, before);
    case 'ForecastSubmitted':
      return tellSubmission(event.data, year);
    case 'ForecastRevised':
      return `${nameForecast(event.data, year)} reviderades`;
    case 'ForecastNoted':
      return `${nameForecast(event.data, year)} lades till handlingarna`;
    case 'OutcomeRecorded':
      return `Utfallet för ${monthInSwedish(event.data.month)} ${year} registrerades`;
    case 'OutcomeCorrected':
      return `Utfallet för ${monthInSwedish(event.data.month)} ${year} rättades`;
    case 'AccountsClosed':
      return `Bokslutet för ${year} registrerades: ${tellResult(event.data)}`;
    case 'AccountsCorrected':
      return `Bokslutet för ${year} rättades: ${withoutFullStop(event.data.reason)}`;
    case 'FactCited':
      return `Paragrafen för ${nameCited(event.data.revision, before)} för ${year} angavs i efterhand`;
    default:
      return unknownEvent(event);
  }
}

function tellCalendar({ length }: readonly CalendarRound[], { year, calendar }: FollowUpYear): string {
  const rounds = length === 1 ? '1 avstämningstillfälle' : `${length} avstämningstillfällen`;
  const done = calendar.length > 0 ? 'ändrades till' : 'bestämdes till';
  return `Kalendern för uppföljningen av ${year} ${done} ${rounds}`;
}

function tellResult(accounts: YearEndAccounts): string {
  return `${totalsInSwedish.annualResult} ${tellExactly(sumsOf(accounts).annualResultOre)}`;
}

/** What stood without a paragraph until now. */
function nameCited(revision: number, { accounts }: FollowUpYear): string {
  const cited = accounts.find((version) => version.revision === revision);
  if (!cited) return 'ett tidigare beslut i uppföljningen';
  return cited.reason === null ? 'bokslutet' : 'rättelsen av bokslutet';
}
