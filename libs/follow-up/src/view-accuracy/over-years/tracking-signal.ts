import { sumOre, type Ore } from '#libs/kernel';
import { available, notAvailable, type Metric } from '../../fiscal-year/metric.js';
import { printQuotient } from '../quotient.js';
import { sumOfSizes } from '../share.js';

/** Whether forecasts of a round err the same way year after year. */
export interface TrackingSignal {
  /** Σe */
  readonly sumOre: Ore;
  /** Σ|e|, which over the years makes the mean absolute deviation. */
  readonly sumOfSizesOre: Ore;
  readonly years: number;
  /** Σe / MAD with two decimals. */
  readonly printed: string;
  /** Beyond ±4. */
  readonly isBeyondLimits: boolean;
}

export const trackingLimit = 4;

/**
 * Σe / MAD across years. Never within a year: its rounds share one outcome, so nine of 129 would make
 * 9 · 129 / 129 = 9 and raise a false alarm.
 */
export function trackingSignal(errorsOre: readonly Ore[]): Metric<TrackingSignal> {
  const years = errorsOre.length;
  if (years < 2) return notAvailable('too-few-years');
  const [total, sizes] = [sumOre(errorsOre), sumOfSizes(errorsOre)];
  if (sizes === 0) return notAvailable('whole-is-zero');
  const [numerator, denominator] = [BigInt(total) * BigInt(years), BigInt(sizes)];
  const beyond = (numerator < 0n ? -numerator : numerator) > BigInt(trackingLimit) * denominator;
  const printed = printQuotient(numerator, denominator);
  return available({ sumOre: total, sumOfSizesOre: sizes, years, printed, isBeyondLimits: beyond });
}
