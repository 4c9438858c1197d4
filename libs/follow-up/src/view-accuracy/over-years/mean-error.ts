import { sumOre, type Ore } from '#libs/kernel';
import { available, notAvailable, type Metric } from '../../fiscal-year/metric.js';
import { printQuotient } from '../quotient.js';
import { sumOfSizes } from '../share.js';

/** A mean kept exact: the sum in öre and over how many years. */
export interface Mean {
  readonly sumOre: Ore;
  readonly years: number;
  /** In öre with two decimals. */
  readonly printedOre: string;
}

/** MAE: mean |e| of a round over years. */
export function meanAbsoluteError(errorsOre: readonly Ore[]): Metric<Mean> {
  return mean(sumOfSizes(errorsOre), errorsOre.length);
}

/** Bias: mean e of a round over years; plus where the years ended better than forecast. */
export function bias(errorsOre: readonly Ore[]): Metric<Mean> {
  return mean(sumOre(errorsOre), errorsOre.length);
}

function mean(totalOre: Ore, years: number): Metric<Mean> {
  if (years === 0) return notAvailable('too-few-years');
  return available({ sumOre: totalOre, years, printedOre: printQuotient(BigInt(totalOre), BigInt(years)) });
}
