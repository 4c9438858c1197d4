import type { Instant, Ore, PlainDate } from '#libs/kernel';
import { andThen, both, type Metric } from '../fiscal-year/metric.js';
import type { LabelledRound } from '../fiscal-year/round-labels.js';
import { sumsOf } from '../fiscal-year/statement.js';
import type { DecidedMeasure } from '../fiscal-year/year-document.js';
import { forecastVariance, type ForecastFigure } from './error.js';
import { budgetOf, errorOf, isBudgetChangedSince, type EvaluatedRound } from './evaluated-round.js';
import { groupErrors, type GroupError } from './group-errors.js';
import { measuresBetween } from './measures-between.js';
import { naiveErrors, type NaiveForecast, type NaiveGround } from './naive-errors.js';
import { shareOf, type Share } from './share.js';
import { valueAdded, type ValueAdded } from './value-added.js';

/** e against accounts that were corrected since. */
export interface FormerError {
  readonly accountsEffectiveOn: PlainDate;
  readonly accountsRecordedAt: Instant;
  readonly error: Metric<Ore>;
}

/** How accurate the forecast of a round was. */
export interface RoundAccuracy extends LabelledRound {
  /** As it was handed in: a level or a variance. */
  readonly forecast: Metric<ForecastFigure>;
  /** f: the variance that it amounts to. */
  readonly forecastVariance: Metric<Ore>;
  /** The budget in force at the round, which the forecast is held against. */
  readonly budget: Metric<Ore>;
  /** True where the budget was changed after the round, so that the year's variance is from another budget. */
  readonly isBudgetChangedSince: boolean;
  /** e = y − f */
  readonly error: Metric<Ore>;
  readonly formerErrors: readonly FormerError[];
  /** |e| of the budgeted net cost. */
  readonly shareOfBudgetedNetCost: Metric<Share>;
  /** ρ = f − f of the round before. */
  readonly revision: Metric<Ore>;
  readonly valueAdded: Readonly<Record<NaiveForecast, Metric<ValueAdded>>>;
  readonly accountGroups: readonly GroupError[];
  readonly measuresDecidedSince: readonly DecidedMeasure[];
}

/** `former` is the round right before it, `revision` how far the forecast moved from there. */
export function roundAccuracy(
  round: EvaluatedRound,
  former: EvaluatedRound | null,
  revision: Metric<Ore>,
  ground: NaiveGround,
): RoundAccuracy {
  const { calendar, forecast, budget, budgetOre, error } = round;
  const { doc } = ground;
  const naive = naiveErrors(round, former, ground);
  return {
    ...calendar,
    forecast,
    forecastVariance: andThen(forecast, (figure) => forecastVariance(figure, budgetOre)),
    budget: budgetOre,
    isBudgetChangedSince: isBudgetChangedSince(round, doc),
    error,
    formerErrors: formerErrors(round, ground),
    shareOfBudgetedNetCost: both(error, budgetOf(budget, 'netCost'), (e, netCostOre) =>
      shareOf([e], [netCostOre]),
    ),
    revision,
    valueAdded: {
      budget: valueAdded(error, naive.budget),
      previousRound: valueAdded(error, naive.previousRound),
      runRate: valueAdded(error, naive.runRate),
      seasonalProfile: valueAdded(error, naive.seasonalProfile),
    },
    accountGroups: groupErrors(round, doc),
    measuresDecidedSince: measuresBetween(doc, calendar.date),
  };
}

/** Corrected accounts give another error; the one that was known before is kept with its dates. */
function formerErrors(
  { forecast, budgetOre }: EvaluatedRound,
  { doc, measure }: NaiveGround,
): readonly FormerError[] {
  return doc.accounts.slice(0, -1).map((accounts) => ({
    accountsEffectiveOn: accounts.effectiveOn,
    accountsRecordedAt: accounts.recordedAt,
    error: errorOf(forecast, measure, sumsOf(accounts), budgetOre),
  }));
}
