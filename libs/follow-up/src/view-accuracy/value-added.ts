import { sumOre, type Ore } from '#libs/kernel';
import { available, both, type Metric } from '../fiscal-year/metric.js';

/** What the forecast added to one that takes no thought. */
export interface ValueAdded {
  /** e of the naive forecast. */
  readonly naiveErrorOre: Ore;
  /** |e naive| − |e|: plus where the forecast helped. */
  readonly valueAddedOre: Ore;
}

export function valueAdded(error: Metric<Ore>, naiveError: Metric<Ore>): Metric<ValueAdded> {
  return both(error, naiveError, (errorOre, naiveErrorOre) =>
    available({ naiveErrorOre, valueAddedOre: sumOre([Math.abs(naiveErrorOre), -Math.abs(errorOre)]) }),
  );
}
