import type { Ore } from '#libs/kernel';
import { available, notAvailable, type Metric } from '../../fiscal-year/metric.js';

/** Between what the errors of a round have lain. */
export interface ErrorInterval {
  /** `range`: the smallest and the largest so far; `quantiles`: eight errors of ten lie between. */
  readonly kind: 'range' | 'quantiles';
  readonly lowOre: Ore;
  readonly highOre: Ore;
  readonly years: number;
}

/** Below five years quantiles would claim more than is known. */
export const fewestYearsForQuantiles = 5;

const [lowTenths, highTenths] = [1, 9];

/** Empirical quantiles of past e; the smallest and the largest where there are too few years for them. */
export function errorInterval(errorsOre: readonly Ore[]): Metric<ErrorInterval> {
  const sorted = errorsOre.toSorted((a, b) => a - b);
  const years = sorted.length;
  const [smallest, largest] = [sorted[0], sorted.at(-1)];
  if (smallest === undefined || largest === undefined) return notAvailable('too-few-years');
  if (years < fewestYearsForQuantiles) {
    return available({ kind: 'range', lowOre: smallest, highOre: largest, years });
  }
  const lowOre = quantile(sorted, lowTenths) ?? smallest;
  const highOre = quantile(sorted, highTenths) ?? largest;
  return available({ kind: 'quantiles', lowOre, highOre, years });
}

/** The smallest error that at least so many tenths of the errors do not exceed: one that occurred, never between two. */
function quantile(sorted: readonly Ore[], tenths: number): Ore | undefined {
  return sorted[Math.ceil((tenths * sorted.length) / 10) - 1];
}
