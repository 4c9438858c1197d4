import { sumOre, type FiscalYear, type Ore } from '#libs/kernel';
import { andThen, available, notAvailable, type Metric } from '../../fiscal-year/metric.js';
import { printQuotient } from '../quotient.js';
import { sumOfSizes } from '../share.js';
import type { Mean } from './mean-error.js';

/** y of a year. */
export interface YearVariance {
  readonly year: FiscalYear;
  readonly varianceOre: Ore;
}

/** How much the variance changes from one year to the next: Σ|y − y of the year before| over so many changes. */
export interface Scale {
  readonly sumOre: Ore;
  readonly changes: number;
}

/** MASE: below 1 where the forecast beats "as last year". */
export interface ScaledError {
  readonly scale: Scale;
  /** MAE / scale with two decimals. */
  readonly printed: string;
}

/** Three years or more, so that there are two changes. */
const fewestChanges = 2;

/** Mean |y − y of the year before|; years without a neighbour before them have no change. */
export function scaleOf(outcomes: readonly YearVariance[]): Metric<Scale> {
  const changesOre = outcomes.flatMap(({ year, varianceOre }) => {
    const before = outcomes.find((other) => other.year === year - 1);
    return before ? [sumOre([varianceOre, -before.varianceOre])] : [];
  });
  if (changesOre.length < fewestChanges) return notAvailable('too-few-years');
  const total = sumOfSizes(changesOre);
  return total === 0
    ? notAvailable('whole-is-zero')
    : available({ sumOre: total, changes: changesOre.length });
}

/** MAE / scale = (Σ|e| · changes) / (years · Σ|change|). */
export function scaledError(meanAbsoluteError: Metric<Mean>, scale: Metric<Scale>): Metric<ScaledError> {
  return andThen(scale, (scaleOfYears) =>
    andThen(meanAbsoluteError, ({ sumOre: errorsOre, years }) =>
      available({
        scale: scaleOfYears,
        printed: printQuotient(
          BigInt(errorsOre) * BigInt(scaleOfYears.changes),
          BigInt(years) * BigInt(scaleOfYears.sumOre),
        ),
      }),
    ),
  );
}
