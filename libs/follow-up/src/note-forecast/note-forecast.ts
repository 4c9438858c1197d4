import {
  accept,
  firstObjection,
  parseCitation,
  reject,
  type Basis,
  type Decision,
  type FiscalYear,
  type Rule,
} from '#libs/kernel';
import type { FollowUpEvent } from '../contract/index.js';
import type { FollowUpRejection } from '../fiscal-year/rejections.js';
import { heldByThen, theRoundIsInTheCalendar } from '../fiscal-year/rules.js';
import { forecastAt, type FollowUpState } from '../fiscal-year/state.js';

/** The committee takes note of a round's forecast (lägger prognosen till handlingarna). */
export interface NoteForecast {
  readonly committee: string;
  readonly year: FiscalYear;
  readonly round: number;
  readonly basis: Basis & { readonly kind: 'decision' };
}

const rules: readonly Rule<NoteForecast, FollowUpState, FollowUpRejection>[] = [
  theRoundIsInTheCalendar,
  thereIsAForecastToTakeNoteOf,
  noteIsTakenOnce,
  theCommitteeItselfTakesNote,
  theForecastHeldByThen,
];

/** Rejects with a {@link FollowUpRejection}. */
export function noteForecast(
  command: NoteForecast,
  state: FollowUpState,
): Decision<FollowUpEvent, FollowUpRejection> {
  const objection = firstObjection(rules, command, state);
  if (objection) return reject(objection);
  const { round, basis } = command;
  return accept([{ type: 'ForecastNoted', data: { round }, basis }]);
}

function thereIsAForecastToTakeNoteOf(
  { year, round }: NoteForecast,
  state: FollowUpState,
): FollowUpRejection | null {
  return forecastAt(state, round) ? null : { code: 'forecast-missing', facts: { year, round } };
}

function noteIsTakenOnce({ round }: NoteForecast, state: FollowUpState): FollowUpRejection | null {
  const citation = forecastAt(state, round)?.notedUnder;
  return citation ? { code: 'forecast-already-noted', facts: { round, citation } } : null;
}

function theCommitteeItselfTakesNote({
  committee,
  basis: { citation },
}: NoteForecast): FollowUpRejection | null {
  if (parseCitation(citation)?.body === committee) return null;
  return { code: 'citation-of-another-body', facts: { citation, committee } };
}

function theForecastHeldByThen(
  { round, basis }: NoteForecast,
  state: FollowUpState,
): FollowUpRejection | null {
  return heldByThen('ForecastSubmitted', basis.effectiveOn, forecastAt(state, round)?.effectiveOn);
}
