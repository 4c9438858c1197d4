import { divideRounded, isAmountOre, type Ore } from './money.js';
import { unitOre, type Precision } from './precision.js';

export type PrintedUnit = 'kr' | 'tkr' | 'mnkr';

/** What a person typed, as öre, and how exactly it was typed. */
export interface ParsedAmount {
  readonly amountOre: Ore;
  readonly precision: Precision;
}

export interface PrintOptions {
  /** Digits after the decimal comma; 0 unless told. */
  readonly decimals?: number;
  /** True for pages: no-break space and U+2212. Otherwise the plain space and hyphen that terminals and search expect. */
  readonly typographic?: boolean;
}

/**
 * Prints as Swedish public documents do: `printAmount(-5727600000, 'tkr')` is `-57 276`, with `decimals: 1` and
 * `mnkr` it is `-57,3`. Rounds half away from zero; the stored amount is untouched.
 */
export function printAmount(amountOre: Ore, unit: PrintedUnit, options: PrintOptions = {}): string {
  const decimals = options.decimals ?? 0;
  const scaled = divideRounded(BigInt(amountOre) * 10n ** BigInt(decimals), BigInt(unitOre(unit)));
  return printScaled(scaled, decimals, options);
}

/** Prints a share as per cent: `printPercent(129, 224047, { decimals: 2 })` is `0,06 %`; null where the whole is 0. */
export function printPercent(part: number, whole: number, options: PrintOptions = {}): string | null {
  if (whole === 0) return null;
  const decimals = options.decimals ?? 1;
  const scaled = divideRounded(BigInt(part) * 100n * 10n ** BigInt(decimals), BigInt(whole));
  return `${printScaled(scaled, decimals, options)}${options.typographic ? '\u00a0' : ' '}%`;
}

function printScaled(scaled: number, decimals: number, { typographic = false }: PrintOptions): string {
  const digits = Math.abs(scaled)
    .toString()
    .padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, typographic ? '\u00a0' : ' ');
  const fraction = decimals > 0 ? `,${digits.slice(-decimals)}` : '';
  const sign = scaled < 0 ? (typographic ? '\u2212' : '-') : '';
  return `${sign}${grouped}${fraction}`;
}

const typed =
  /^([+\-\u2212]?)(\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d+)(?:,(\d+))?(?:[ \u00a0\u202f]?(kr|tkr|mnkr))?$/;

/**
 * Reads an amount as people type it: `16 924`, `−57 276 tkr`, `11,2 mnkr`, `1 234,50 kr`. Where no unit is typed,
 * `defaultUnit` holds. Null where it is not such an amount, is finer than an öre, or is outside the limits.
 */
export function parseAmount(text: string, defaultUnit: PrintedUnit = 'tkr'): ParsedAmount | null {
  const match = typed.exec(text.trim());
  if (!match) return null;
  const [, sign, whole = '', fraction = '', unit] = match;
  const printed = (unit ?? defaultUnit) as PrintedUnit;
  const scale = 10n ** BigInt(fraction.length);
  const numerator = BigInt(whole.replace(/\D/g, '') + fraction) * BigInt(unitOre(printed));
  if (numerator % scale !== 0n) return null;
  const amountOre = Number(numerator / scale) * (sign === '' || sign === '+' ? 1 : -1);
  if (!isAmountOre(amountOre)) return null;
  return { amountOre: amountOre === 0 ? 0 : amountOre, precision: precisionOf(printed, fraction.length) };
}

/** The coarsest unit that the typed digits justify: `11,2 mnkr` is known to a tenth of a mnkr. */
function precisionOf(unit: PrintedUnit, decimals: number): Precision {
  if (decimals === 0) return unit;
  if (unit === 'mnkr' && decimals === 1) return 'tenthMnkr';
  if (unit === 'mnkr' && decimals <= 3) return 'tkr';
  if (unit === 'mnkr' && decimals <= 6) return 'kr';
  return unit === 'tkr' && decimals <= 3 ? 'kr' : 'ore';
}
