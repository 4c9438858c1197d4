import { sumOre, type Ore } from '#libs/kernel';
import type { FigureKind } from '../contract/index.js';
import { andThen, available, type Metric } from '../fiscal-year/metric.js';

/** A forecast of one sum. */
export interface ForecastFigure {
  readonly figureKind: FigureKind;
  readonly amountOre: Ore;
}

/** y: outcome − budget, plus is favourable. */
export function varianceOre(outcomeOre: Ore, budgetOre: Ore): Ore {
  return sumOre([outcomeOre, -budgetOre]);
}

/**
 * e = y − f, plus where the year ended better than forecast: the sign of the printed tables. A forecast of a level is
 * held against the level, so it needs no budget; one of a variance against the variance from the budget in force at
 * the round.
 */
export function forecastError(
  { figureKind, amountOre }: ForecastFigure,
  outcomeOre: Ore,
  budgetOre: Metric<Ore>,
): Metric<Ore> {
  if (figureKind === 'level') return available(sumOre([outcomeOre, -amountOre]));
  return andThen(budgetOre, (budget) => available(sumOre([varianceOre(outcomeOre, budget), -amountOre])));
}

/** The variance that the forecast amounts to, whatever its kind. */
export function forecastVariance(
  { figureKind, amountOre }: ForecastFigure,
  budgetOre: Metric<Ore>,
): Metric<Ore> {
  if (figureKind === 'variance') return available(amountOre);
  return andThen(budgetOre, (budget) => available(varianceOre(amountOre, budget)));
}
