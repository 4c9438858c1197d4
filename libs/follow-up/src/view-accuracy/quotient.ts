import { divideRounded, printAmount } from '#libs/kernel';

/** `numerator / denominator` with two decimals, `0,85`; rounded half away from zero from the exact quotient. */
export function printQuotient(numerator: bigint, denominator: bigint): string {
  // Hundredths print as öre do.
  return printAmount(divideRounded(numerator * 100n, denominator), 'kr', { decimals: 2 });
}
