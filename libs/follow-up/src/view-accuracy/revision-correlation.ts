import type { Ore } from '#libs/kernel';
import { available, isAvailable, notAvailable, type Metric } from '../fiscal-year/metric.js';
import { printQuotient } from './quotient.js';

/** How revisions go together with those before them. */
export interface RevisionCorrelation {
  /** How many pairs of revisions right after each other. */
  readonly pairs: number;
  /** −1,00 to 1,00, rounded half away from zero from the exact value. */
  readonly printed: string;
}

/** Through two points there is always a line, so two pairs say nothing. */
const fewestPairs = 3;

/**
 * corr(ρ, ρ of the round before), Pearson. An efficient forecaster's revisions are news, so it should be 0
 * (Nordhaus 1987): above 0 bad news is let out bit by bit, below 0 each round overreacts.
 */
export function revisionCorrelation(revised: readonly Metric<Ore>[]): Metric<RevisionCorrelation> {
  const pairs = pairsOf(revised);
  if (pairs.length < fewestPairs) return notAvailable('too-few-rounds');
  const [former, latter] = [pairs.map(([before]) => before), pairs.map(([, now]) => now)];
  const spread = covariation(former, former) * covariation(latter, latter);
  if (spread === 0n) return notAvailable('no-variation');
  const hundredths = roundedRatio(covariation(former, latter), spread);
  return available({ pairs: pairs.length, printed: printQuotient(hundredths, 100n) });
}

function pairsOf(revised: readonly Metric<Ore>[]): readonly (readonly [bigint, bigint])[] {
  return revised.flatMap((now, n) => {
    const before = revised[n - 1];
    return before && isAvailable(before) && isAvailable(now)
      ? [[BigInt(before.value), BigInt(now.value)]]
      : [];
  });
}

/** n·Σxy − Σx·Σy: n² times the covariance, in whole numbers. */
function covariation(xs: readonly bigint[], ys: readonly bigint[]): bigint {
  const sum = (values: readonly bigint[]) => values.reduce((total, value) => total + value, 0n);
  return BigInt(xs.length) * sum(xs.map((x, n) => x * (ys[n] ?? 0n))) - sum(xs) * sum(ys);
}

/** `part / √square` in hundredths, rounded half away from zero: the largest k with (2k − 1)·√square ≤ 200·|part|. */
function roundedRatio(part: bigint, square: bigint): bigint {
  const doubled = (200n * part) ** 2n;
  let hundredths = 100n;
  while (hundredths > 0n && (2n * hundredths - 1n) ** 2n * square > doubled) hundredths -= 1n;
  return part < 0n ? -hundredths : hundredths;
}
