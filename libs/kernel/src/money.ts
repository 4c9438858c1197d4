/**
 * Money is an integer number of öre (1 kr = 100 öre). No floating-point sums anywhere: every amount that enters
 * is an integer inside ±{@link MAX_AMOUNT_ORE}, so that sums of up to 900 amounts stay exact in a double.
 */
export type Ore = number;

/** 100 billion kr: above the budget of any Swedish municipality, and 1/900 of the largest exact integer. */
export const MAX_AMOUNT_ORE: Ore = 10_000_000_000_000;

export function isAmountOre(value: unknown): value is Ore {
  return typeof value === 'number' && Number.isInteger(value) && Math.abs(value) <= MAX_AMOUNT_ORE;
}

/** Adds exactly. Throws RangeError where the sum leaves the safe integers: that is a bug, since input is bounded. */
export function sumOre(amountsOre: Iterable<Ore>): Ore {
  let totalOre = 0;
  for (const amountOre of amountsOre) totalOre += amountOre;
  if (!Number.isSafeInteger(totalOre)) throw new RangeError(`The sum ${totalOre} öre is not exact.`);
  // Adding -0 and 0 apart would make equal sums compare as different facts.
  return totalOre === 0 ? 0 : totalOre;
}

/** `numerator / denominator` rounded to an integer, half away from zero, as Swedish accounts round. Exact. */
export function divideRounded(numerator: bigint, denominator: bigint): number {
  const negative = numerator < 0n !== denominator < 0n;
  const [n, d] = [numerator < 0n ? -numerator : numerator, denominator < 0n ? -denominator : denominator];
  const quotient = Number((2n * n + d) / (2n * d));
  return negative && quotient !== 0 ? -quotient : quotient;
}

/** A share of an amount, in basis points (1,5 % = 150), rounded half away from zero to whole `unitOre`. */
export function shareOre(amountOre: Ore, basisPoints: number, unitOre: Ore): Ore {
  return divideRounded(BigInt(amountOre) * BigInt(basisPoints), 10_000n * BigInt(unitOre)) * unitOre;
}
