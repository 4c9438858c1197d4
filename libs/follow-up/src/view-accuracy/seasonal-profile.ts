import { divideRounded, sumOre, type Ore } from '#libs/kernel';
import { notAvailable, type Metric } from '../fiscal-year/metric.js';
import { projected, type Projected } from './run-rate.js';

/**
 * The year follows earlier ones: net cost so far, divided by the share that earlier years had come to in as many
 * months. Each earlier year has the net costs of its twelve months; larger years weigh more.
 */
export function seasonalProjection(
  netCostsOre: readonly Ore[],
  earlierYears: readonly (readonly Ore[])[],
): Metric<Projected> {
  const months = netCostsOre.length;
  if (months === 0) return notAvailable('outcomes-missing');
  if (earlierYears.length === 0) return notAvailable('no-earlier-years');
  const soFarThen = sumOre(earlierYears.flatMap((year) => year.slice(0, months)));
  if (soFarThen === 0) return notAvailable('whole-is-zero');
  const wholeThen = BigInt(sumOre(earlierYears.flat()));
  const netCostOre = divideRounded(BigInt(sumOre(netCostsOre)) * wholeThen, BigInt(soFarThen));
  return projected(netCostOre, months);
}
