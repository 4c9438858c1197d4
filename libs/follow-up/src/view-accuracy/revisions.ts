import { sumOre, type Ore } from '#libs/kernel';
import {
  andThen,
  available,
  availableOnes,
  both,
  isAvailable,
  notAvailable,
  type Metric,
} from '../fiscal-year/metric.js';
import type { ForecastFigure } from './error.js';
import { sumOfSizes } from './share.js';

/** How far the forecast moved over the year. */
export interface PathLength {
  readonly lengthOre: Ore;
  /** Between how many pairs of rounds right after each other. */
  readonly revisions: number;
}

/**
 * ρ of each round: f − f of the round before. Only rounds right after each other are compared: over a missing one
 * nothing is carried forward. A level and a variance are different kinds and have no difference.
 */
export function revisions(rounds: readonly Metric<ForecastFigure>[]): readonly Metric<Ore>[] {
  return rounds.map((forecast, n) => {
    const former = rounds[n - 1];
    if (!former) return andThen(forecast, () => notAvailable('no-earlier-round'));
    return both(forecast, former, (now, before) =>
      now.figureKind === before.figureKind
        ? available(sumOre([now.amountOre, -before.amountOre]))
        : notAvailable('kinds-differ'),
    );
  });
}

/** Σ|ρ| */
export function pathLength(revised: readonly Metric<Ore>[]): Metric<PathLength> {
  const steps = availableOnes(revised);
  if (steps.length === 0) return notAvailable('too-few-rounds');
  return available({ lengthOre: sumOfSizes(steps), revisions: steps.length });
}

/** Whether any two forecasts of the year differ, in kind or in amount; missing rounds say nothing. */
export function hasMoved(rounds: readonly Metric<ForecastFigure>[]): boolean {
  const [first, ...later] = rounds.filter(isAvailable).map(({ value }) => value);
  return later.some(
    ({ figureKind, amountOre }) => figureKind !== first?.figureKind || amountOre !== first.amountOre,
  );
}
