import type { Ore } from './money.js';

/** The unit in which a figure was typed or printed. A figure cannot be known more exactly than its unit. */
export const precisions = ['ore', 'kr', 'tkr', 'tenthMnkr', 'mnkr'] as const;
export type Precision = (typeof precisions)[number];

const unitsOre: Record<Precision, Ore> = {
  ore: 1,
  kr: 100,
  tkr: 100_000,
  tenthMnkr: 10_000_000,
  mnkr: 100_000_000,
};

/** The size of the unit in öre: `tkr` is 100 000 öre; `tenthMnkr` is 0,1 mnkr. */
export function unitOre(precision: Precision): Ore {
  return unitsOre[precision];
}

/** Whether the amount is a whole number of the unit. 16 924 500 kr is not a figure in tkr. */
export function fitsPrecision(amountOre: Ore, precision: Precision): boolean {
  return amountOre % unitOre(precision) === 0;
}

/**
 * How far a printed sum may stand from the sum of its printed parts: ⌊(n+1)/2⌋ units for n rounded addends, in öre.
 * Figures in öre are not rounded, so nothing is allowed there.
 * Every printed table of the reference documents fits this bound.
 */
export function roundingToleranceOre(addends: number, precision: Precision): Ore {
  return precision === 'ore' ? 0 : Math.floor((addends + 1) / 2) * unitOre(precision);
}
