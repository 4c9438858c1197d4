import { fitsPrecision, type FiscalYear } from '#libs/kernel';
import type { Effect } from '../contract/index.js';
import type { TermsRejection } from './rejections.js';

/** The effect as it is recorded: in the order of the years, the amount without a year last. */
export function inOrderOfYears(effect: Effect | null): Effect | null {
  if (effect === null) return null;
  const amounts = effect.amounts
    .map(({ year, amountOre }) => ({ year, amountOre }))
    .toSorted((a, b) => byYear(a.year, b.year));
  return { precision: effect.precision, amounts };
}

/** Orders years; what is stated without a year comes last. */
export function byYear(a: FiscalYear | null, b: FiscalYear | null): number {
  return (a ?? Infinity) - (b ?? Infinity) || 0;
}

/** A stated effect is in whole units of its precision, and states one amount a year. */
export function objectionToEffect(measureId: string, effect: Effect | null): TermsRejection | null {
  if (effect === null) return null;
  const { precision, amounts } = effect;
  const broken = amounts.find(({ amountOre }) => !fitsPrecision(amountOre, precision));
  if (broken) {
    const facts = { subject: measureId, amountOre: broken.amountOre, precision };
    return { code: 'amount-finer-than-precision', facts };
  }
  const repeated = amounts.find(({ year }, n) => amounts.findIndex((amount) => amount.year === year) < n);
  return repeated ? { code: 'effect-year-repeated', facts: { measureId, year: repeated.year } } : null;
}
