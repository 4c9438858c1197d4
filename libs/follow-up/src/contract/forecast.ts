import type { RecordedLine } from '#libs/budget/contract';
import type { ControlTotals, Ore, Precision, RoundingDifference } from '#libs/kernel';

/**
 * What the figures of a forecast say: where the year will end (`level`, in the statement's signs), or how far from
 * the budget (`variance`, outcome minus budget, so plus is favourable). The two are never compared as if they were one.
 */
export const figureKinds = ['level', 'variance'] as const;
export type FigureKind = (typeof figureKinds)[number];

/** The sums by which a committee as a whole is forecast. */
export const committeeMeasures = ['annualResult', 'netCost'] as const;
export type CommitteeMeasure = (typeof committeeMeasures)[number];

/** A forecast for the committee as a whole. Null means that nothing was said of that sum; one of them is a figure. */
export interface CommitteeFigures {
  readonly scope: 'committee';
  readonly annualResultOre: Ore | null;
  readonly netCostOre: Ore | null;
}

/** A forecast by account group. A group without a line has no forecast, which is not a forecast of 0. */
export interface AccountGroupFigures {
  readonly scope: 'accountGroups';
  readonly lines: readonly RecordedLine[];
  /** The printed sums that came along. */
  readonly controlTotals: ControlTotals;
  /** Printed sums that differ from the computed ones by no more than rounding explains. */
  readonly rounding: readonly RoundingDifference[];
}

export type ForecastFigures = CommitteeFigures | AccountGroupFigures;

/** What the department expects of the year at a round. */
export interface Forecast {
  readonly round: number;
  readonly figureKind: FigureKind;
  readonly figures: ForecastFigures;
  readonly precision: Precision;
  readonly comment: string | null;
  readonly assumptions: readonly string[];
}
