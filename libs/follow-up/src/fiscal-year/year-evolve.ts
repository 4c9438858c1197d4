import { citationOf, unknownEvent, type Recorded } from '#libs/kernel';
import type { Forecast, FollowUpEvent } from '../contract/index.js';
import type { FollowUpYear, Recording, RoundForecasts } from './year-document.js';

/** Takes in the next fact of the follow-up. What it corrects is kept. */
export function evolveFollowUpYear(doc: FollowUpYear, event: Recorded<FollowUpEvent>): FollowUpYear {
  return { ...applied(doc, event), revision: event.record.revision };
}

function applied(doc: FollowUpYear, event: Recorded<FollowUpEvent>): FollowUpYear {
  switch (event.type) {
    case 'FollowUpCalendarSet':
      return { ...doc, calendar: event.data.rounds };
    case 'ForecastSubmitted':
    case 'ForecastRevised':
      return { ...doc, forecasts: withForecast(doc.forecasts, { ...event.data, ...recordingOf(event) }) };
    case 'ForecastNoted':
      return { ...doc, forecasts: withNote(doc.forecasts, event.data.round, recordingOf(event)) };
    case 'OutcomeRecorded':
    case 'OutcomeCorrected': {
      const { month, ...statement } = event.data;
      const former = doc.outcomes.find((outcome) => outcome.month === month)?.versions ?? [];
      const outcome = { month, versions: [...former, { ...statement, ...recordingOf(event) }] };
      const others = doc.outcomes.filter((other) => other.month !== month);
      return { ...doc, outcomes: [...others, outcome].toSorted((a, b) => a.month - b.month) };
    }
    case 'AccountsClosed':
      return { ...doc, accounts: [...doc.accounts, { ...event.data, ...recordingOf(event), reason: null }] };
    case 'AccountsCorrected':
      return { ...doc, accounts: [...doc.accounts, { ...event.data, ...recordingOf(event) }] };
    case 'FactCited':
      return { ...doc, accounts: doc.accounts.map((accounts) => cited(accounts, event)) };
    default:
      return unknownEvent(event);
  }
}

function recordingOf({ basis, record }: Recorded): Recording {
  return {
    revision: record.revision,
    effectiveOn: basis.effectiveOn,
    recordedAt: record.recordedAt,
    citation: citationOf(basis),
    uncitedReason: basis.kind === 'uncited' ? basis.reason : null,
  };
}

function withForecast(
  forecasts: readonly RoundForecasts[],
  version: Forecast & Recording,
): readonly RoundForecasts[] {
  const former = forecasts.find(({ round }) => round === version.round);
  const changed = {
    round: version.round,
    note: former?.note ?? null,
    versions: [...(former?.versions ?? []), version],
  };
  return [...forecasts.filter((forecast) => forecast !== former), changed].toSorted(
    (a, b) => a.round - b.round,
  );
}

function withNote(
  forecasts: readonly RoundForecasts[],
  round: number,
  note: Recording,
): readonly RoundForecasts[] {
  return forecasts.map((forecast) => (forecast.round === round ? { ...forecast, note } : forecast));
}

function cited<Fact extends Recording>(
  fact: Fact,
  { data, basis }: FollowUpEvent & { type: 'FactCited' },
): Fact {
  return fact.revision === data.revision
    ? { ...fact, citation: citationOf(basis), uncitedReason: null }
    : fact;
}
