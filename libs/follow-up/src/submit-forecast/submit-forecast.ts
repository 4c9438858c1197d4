import {
  accept,
  firstObjection,
  reject,
  startOf,
  type AccountGroup,
  type Decision,
  type FiscalYear,
  type PlainDate,
  type Precision,
  type Rule,
} from '#libs/kernel';
import type { FigureKind, Forecast, FollowUpEvent } from '../contract/index.js';
import type { FollowUpRejection, FollowUpWarning } from '../fiscal-year/rejections.js';
import { heldByThen, theRoundIsInTheCalendar } from '../fiscal-year/rules.js';
import { forecastAt, roundOf, type FollowUpState } from '../fiscal-year/state.js';
import { unusualSigns } from '../fiscal-year/statement-rules.js';
import { figuresObjection, recordedFigures, type TypedFigures } from './typed-figures.js';

/** The department hands in its forecast at a round; once more before the note, it replaces the former one. */
export interface SubmitForecast {
  readonly year: FiscalYear;
  readonly round: number;
  readonly figureKind: FigureKind;
  readonly figures: TypedFigures;
  readonly precision: Precision;
  readonly comment: string | null;
  readonly assumptions: readonly string[];
  /** Null: the date of the round. */
  readonly effectiveOn: PlainDate | null;
  /** The municipality's account groups on the date from which the forecast holds. */
  readonly accountGroups: readonly AccountGroup[];
}

const rules: readonly Rule<SubmitForecast, FollowUpState, FollowUpRejection>[] = [
  theRoundIsInTheCalendar,
  theYearIsNotClosed,
  theCommitteeHasNotTakenNote,
  theRoundWasPlannedByThen,
  theFormerForecastHeldByThen,
  figuresObjection,
];

/** Rejects with a {@link FollowUpRejection}; warns where it replaces a forecast, and of unusual signs. */
export function submitForecast(
  command: SubmitForecast,
  state: FollowUpState,
): Decision<FollowUpEvent, FollowUpRejection> {
  const objection = firstObjection(rules, command, state);
  if (objection) return reject(objection);
  const { round, figureKind, precision, comment, assumptions } = command;
  const figures = recordedFigures(command);
  const data: Forecast = { round, figureKind, figures, precision, comment, assumptions };
  const type = forecastAt(state, round) ? 'ForecastRevised' : 'ForecastSubmitted';
  const basis = { kind: 'report', effectiveOn: forecastDate(command, state) } as const;
  return accept([{ type, data, basis }], [...revisions(command, state), ...signs(command, data)]);
}

/** From when the forecast holds: the date it gives, or that of its round. */
export function forecastDate(
  { year, round, effectiveOn }: Pick<SubmitForecast, 'year' | 'round' | 'effectiveOn'>,
  state: FollowUpState,
): PlainDate {
  // Without the round there is no date, and the command is refused; the year's first day stands in until then.
  return effectiveOn ?? roundOf(state, round)?.date ?? startOf(year);
}

function theYearIsNotClosed({ year }: SubmitForecast, { accounts }: FollowUpState): FollowUpRejection | null {
  return accounts && { code: 'forecast-after-accounts', facts: { year, closedOn: accounts.closedOn } };
}

function theCommitteeHasNotTakenNote(
  { round }: SubmitForecast,
  state: FollowUpState,
): FollowUpRejection | null {
  const citation = forecastAt(state, round)?.notedUnder;
  return citation ? { code: 'forecast-already-noted', facts: { round, citation } } : null;
}

function theRoundWasPlannedByThen(command: SubmitForecast, state: FollowUpState): FollowUpRejection | null {
  return heldByThen(
    'FollowUpCalendarSet',
    forecastDate(command, state),
    roundOf(state, command.round)?.since,
  );
}

function theFormerForecastHeldByThen(
  command: SubmitForecast,
  state: FollowUpState,
): FollowUpRejection | null {
  const former = forecastAt(state, command.round);
  return heldByThen('ForecastSubmitted', forecastDate(command, state), former?.effectiveOn);
}

function revisions({ round }: SubmitForecast, state: FollowUpState): readonly FollowUpWarning[] {
  const former = forecastAt(state, round);
  if (!former) return [];
  return [{ code: 'forecast-revised', facts: { round, formerEffectiveOn: former.effectiveOn } }];
}

/** A level has the statement's signs; a variance may have any. */
function signs({ year }: SubmitForecast, { figureKind, figures }: Forecast): readonly FollowUpWarning[] {
  return figureKind === 'level' && figures.scope === 'accountGroups' ? unusualSigns(year, figures.lines) : [];
}
