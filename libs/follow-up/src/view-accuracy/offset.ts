import { printPercent, sumOre, type Ore } from '#libs/kernel';
import { available, notAvailable, type Metric } from '../fiscal-year/metric.js';
import { sumOfSizes } from './share.js';

/** How much of the account groups' variances cancel each other. */
export interface Offset {
  /** Σ|v| */
  readonly grossOre: Ore;
  /** Σv */
  readonly netOre: Ore;
  /** 1 − |net| / gross as per cent: `99,6 %`. */
  readonly printed: string;
}

/**
 * 1 − |Σv| / Σ|v| over account groups: a small variance of the committee can hide large ones of its groups.
 * 31 405 tkr that net to 135 offset each other to 99,6 %. Where no group varies there is nothing to offset.
 */
export function offsetRatio(variancesOre: readonly Ore[]): Metric<Offset> {
  const [grossOre, netOre] = [sumOfSizes(variancesOre), sumOre(variancesOre)];
  const printed = printPercent(grossOre - Math.abs(netOre), grossOre);
  return printed === null ? notAvailable('whole-is-zero') : available({ grossOre, netOre, printed });
}
