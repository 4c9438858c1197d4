import { divideRounded, sumOre, type Ore } from '#libs/kernel';
import { amountWithinLimits, andThen, available, notAvailable, type Metric } from '../fiscal-year/metric.js';

/** A naive forecast of the year's net cost, and on how many months from January it rests. */
export interface Projected {
  readonly netCostOre: Ore;
  readonly months: number;
}

const monthsOfTheYear = 12n;

/**
 * The year goes on as it began: net cost so far × 12 / months. `netCostsOre` are the months' own, from January
 * without a gap.
 */
export function runRate(netCostsOre: readonly Ore[]): Metric<Projected> {
  const months = netCostsOre.length;
  if (months === 0) return notAvailable('outcomes-missing');
  const soFar = BigInt(sumOre(netCostsOre));
  return projected(divideRounded(soFar * monthsOfTheYear, BigInt(months)), months);
}

export function projected(netCostOre: Ore, months: number): Metric<Projected> {
  return andThen(amountWithinLimits(netCostOre), () => available({ netCostOre, months }));
}
