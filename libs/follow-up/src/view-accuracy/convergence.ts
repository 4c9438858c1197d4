import type { Ore } from '#libs/kernel';
import { available, isAvailable, notAvailable, type Metric } from '../fiscal-year/metric.js';

/** From when the forecasts stayed close to what came out. */
export interface Convergence {
  /** The first round with |e| ≤ τ in it and in every later one that has a forecast; null where the last is outside. */
  readonly fromRound: number | null;
  /** τ */
  readonly toleranceOre: Ore;
}

export interface RoundError {
  readonly round: number;
  readonly error: Metric<Ore>;
}

/**
 * The first round from which |e| ≤ τ. Rounds without a forecast neither help nor hinder. Uninformative where the
 * forecast never moved: then it says only how close the first guess was.
 */
export function convergence(
  errors: readonly RoundError[],
  toleranceOre: Ore,
  hasMoved: boolean,
): Metric<Convergence> {
  const known = errors.flatMap(({ round, error }) =>
    isAvailable(error) ? [{ round, errorOre: error.value }] : [],
  );
  if (known.length < 2) return notAvailable('too-few-rounds');
  if (!hasMoved) return notAvailable('forecast-never-moved');
  const lastOutside = known.findLastIndex(({ errorOre }) => Math.abs(errorOre) > toleranceOre);
  return available({ fromRound: known[lastOutside + 1]?.round ?? null, toleranceOre });
}
