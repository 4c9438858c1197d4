import type { AccountGroupKind, FiscalYear, Ore } from '#libs/kernel';
import { budgetFigures } from '#libs/budget/contract';
import type { CommitteeMeasure, FigureKind, Forecast } from '../contract/index.js';
import { forecastAmount } from '../fiscal-year/forecast-amount.js';
import { valueOrNull } from '../fiscal-year/metric.js';
import { labelledRounds, type LabelledRound } from '../fiscal-year/round-labels.js';
import type { FollowUpYear, Recording } from '../fiscal-year/year-document.js';

export type ForecastVersion = Forecast & Recording;

/** A round with what was forecast at it; null where nothing was. */
export interface MatrixRound extends LabelledRound {
  readonly forecast: ForecastVersion | null;
  /** What stood before, oldest first. */
  readonly former: readonly ForecastVersion[];
  /** Under which paragraph the committee took note; null until it has. */
  readonly note: Recording | null;
}

/** One figure at each round, in the order of the rounds; null where none was given, never carried forward. */
export interface MatrixRow {
  /** An account group's id, or `netCost` or `annualResult` for the committee as a whole. */
  readonly of: string;
  readonly name: string;
  /** Null for the committee as a whole. */
  readonly kind: AccountGroupKind | null;
  readonly amountsOre: readonly (Ore | null)[];
}

/** The forecasts of a year: rounds × account groups. */
export interface ForecastMatrix {
  readonly committee: string;
  readonly year: FiscalYear;
  readonly revision: number;
  readonly rounds: readonly MatrixRound[];
  /** What the figures of each round say; a row's figures are comparable only where it is the same. */
  readonly figureKinds: readonly (FigureKind | null)[];
  readonly rows: readonly MatrixRow[];
}

export function forecastMatrix(doc: FollowUpYear): ForecastMatrix {
  const { committee, year, revision } = doc;
  const rounds = labelledRounds(doc).map((round) => matrixRound(doc, round));
  const figureKinds = rounds.map(({ forecast }) => forecast?.figureKind ?? null);
  const rows = [...groupRows(rounds), sumRow('netCost', doc, rounds), sumRow('annualResult', doc, rounds)];
  return { committee, year, revision, rounds, figureKinds, rows };
}

function matrixRound({ forecasts }: FollowUpYear, round: LabelledRound): MatrixRound {
  const found = forecasts.find((forecast) => forecast.round === round.round);
  const versions = found?.versions ?? [];
  return {
    ...round,
    forecast: versions.at(-1) ?? null,
    former: versions.slice(0, -1),
    note: found?.note ?? null,
  };
}

function groupRows(rounds: readonly MatrixRound[]): readonly MatrixRow[] {
  const lines = rounds.map(({ forecast }) => linesOf(forecast));
  const groups = new Map(lines.flat().map((line) => [line.accountGroup, line]));
  return [...groups.values()].map(({ accountGroup, name, kind }) => ({
    of: accountGroup,
    name,
    kind,
    amountsOre: lines.map(
      (atRound) => atRound.find((line) => line.accountGroup === accountGroup)?.amountOre ?? null,
    ),
  }));
}

function linesOf(forecast: Forecast | null) {
  return forecast?.figures.scope === 'accountGroups' ? forecast.figures.lines : [];
}

const sumNames = { netCost: 'Verksamhetens nettokostnader', annualResult: 'Årets resultat' } as const;

function sumRow(measure: CommitteeMeasure, doc: FollowUpYear, rounds: readonly MatrixRound[]): MatrixRow {
  const amountsOre = rounds.map(({ forecast, date }) =>
    valueOrNull(forecastAmount(forecast, measure, budgetFigures(doc.budget, date))),
  );
  return { of: measure, name: sumNames[measure], kind: null, amountsOre };
}
