import { endOfMonth, type Ore, type PlainDate, type StatementSums } from '#libs/kernel';
import type { CommitteeMeasure } from '../contract/index.js';
import { available, both, notAvailable, type Metric } from '../fiscal-year/metric.js';
import { sumsOf } from '../fiscal-year/statement.js';
import { standingOutcome, type FollowUpYear } from '../fiscal-year/year-document.js';
import { varianceOre } from './error.js';
import { budgetOf, errorOf, type EvaluatedRound } from './evaluated-round.js';
import { runRate, type Projected } from './run-rate.js';
import { seasonalProjection } from './seasonal-profile.js';

/** Forecasts that take no thought: what the real one is measured by. */
export const naiveForecasts = ['budget', 'previousRound', 'runRate', 'seasonalProfile'] as const;
export type NaiveForecast = (typeof naiveForecasts)[number];

export interface NaiveGround {
  readonly doc: FollowUpYear;
  readonly measure: CommitteeMeasure;
  readonly outcome: StatementSums | null;
  /** The net costs of the twelve months of each earlier year that has them all. */
  readonly earlierYears: readonly (readonly Ore[])[];
}

/** e of each naive forecast at a round. `former` is the round right before it. */
export function naiveErrors(
  round: EvaluatedRound,
  former: EvaluatedRound | null,
  ground: NaiveGround,
): Readonly<Record<NaiveForecast, Metric<Ore>>> {
  const { doc, measure, outcome, earlierYears } = ground;
  const noVariance = available({ figureKind: 'variance', amountOre: 0 } as const);
  const repeated = former ? former.forecast : notAvailable('no-earlier-round');
  const months = monthsBefore(doc, round.calendar.date);
  const projectedError = (projection: Metric<Projected>) => errorOfProjection(projection, round, ground);
  return {
    budget: errorOf(noVariance, measure, outcome, round.budgetOre),
    previousRound: errorOf(repeated, measure, outcome, round.budgetOre),
    runRate: projectedError(runRate(months)),
    seasonalProfile: projectedError(seasonalProjection(months, earlierYears)),
  };
}

/** The net costs of all twelve months, or null where one is missing. */
export function netCostsOfTheYear(doc: FollowUpYear): readonly Ore[] | null {
  const netCosts = netCostsFromJanuary(doc, 12);
  return netCosts.length === 12 ? netCosts : null;
}

/** The net costs of the months that had ended before the date, from January up to the first that is missing. */
function monthsBefore(doc: FollowUpYear, date: PlainDate): readonly Ore[] {
  const ended = Array.from({ length: 12 }, (_, n) => n + 1).filter(
    (month) => endOfMonth(doc.year, month) < date,
  );
  return netCostsFromJanuary(doc, ended.length);
}

function netCostsFromJanuary(doc: FollowUpYear, months: number): readonly Ore[] {
  const netCosts: Ore[] = [];
  for (let month = 1; month <= months; month += 1) {
    const outcome = standingOutcome(doc, month);
    if (!outcome) break;
    netCosts.push(sumsOf(outcome).netCostOre);
  }
  return netCosts;
}

/** A projection is of net cost: what funds the committee, and its financial net, are taken to come in as budgeted. */
function errorOfProjection(
  projection: Metric<Projected>,
  { budget, budgetOre }: EvaluatedRound,
  { measure, outcome }: NaiveGround,
): Metric<Ore> {
  return both(projection, budgetOf(budget, 'netCost'), ({ netCostOre }, budgetedNetCostOre) => {
    const variance = available({
      figureKind: 'variance',
      amountOre: varianceOre(netCostOre, budgetedNetCostOre),
    } as const);
    return errorOf(variance, measure, outcome, budgetOre);
  });
}
