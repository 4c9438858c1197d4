import { divideRounded, sumOre, type FiscalYear, type Ore } from '#libs/kernel';

/** How a figure grew from one year to the next that is compared. */
export interface Growth {
  readonly from: FiscalYear;
  readonly to: FiscalYear;
  readonly fromOre: Ore;
  readonly toOre: Ore;
  /** to − from; a cost that grows has a negative change, as costs are negative. */
  readonly changeOre: Ore;
  /** change / from with one decimal, positive where the figure grew away from zero; null where it grew from 0. */
  readonly percent: number | null;
}

export function growth(from: FiscalYear, fromOre: Ore, to: FiscalYear, toOre: Ore): Growth {
  const changeOre = sumOre([toOre, -fromOre]);
  // Rounded once, in integers: tenths of a per cent.
  const percent = fromOre === 0 ? null : divideRounded(BigInt(changeOre) * 1_000n, BigInt(fromOre)) / 10;
  return { from, to, fromOre, toOre, changeOre, percent };
}
