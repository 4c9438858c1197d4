import { printAmount } from './money-format.js';
import type { Ore } from './money.js';
import type { StatementTotal } from './operating-statement.js';
import { fitsPrecision } from './precision.js';

/** `2 000 tkr`. What is no whole number of tkr is told in kr, and in öre where it has any: never rounded. */
export function tellExactly(amountOre: Ore): string {
  if (fitsPrecision(amountOre, 'tkr')) return `${printAmount(amountOre, 'tkr')} tkr`;
  return `${printAmount(amountOre, 'kr', { decimals: fitsPrecision(amountOre, 'kr') ? 0 : 2 })} kr`;
}

/** `a, b och c` */
export function enumerate(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} och ${last}`;
}

/** A name as it stands within a sentence: `övriga kostnader`. One that begins with an abbreviation stays, `IT-stöd`. */
export function withinSentence(name: string): string {
  return /^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

/** What somebody wrote, as the end of a clause: without a full stop, since the clause has none. */
export function withoutFullStop(text: string): string {
  return text.trim().replace(/\.$/, '');
}

/** A clause as a sentence. One that ends with what somebody wrote may have its own end. */
export function withFullStop(clause: string): string {
  return /[.!?]$/.test(clause) ? clause : `${clause}.`;
}

/** As within a sentence. */
export const totalsInSwedish: Readonly<Record<StatementTotal, string>> = {
  grossCost: 'verksamhetens kostnader',
  netCost: 'verksamhetens nettokostnader',
  annualResult: 'årets resultat',
};

const months = [
  'januari',
  'februari',
  'mars',
  'april',
  'maj',
  'juni',
  'juli',
  'augusti',
  'september',
  'oktober',
  'november',
  'december',
] as const;

/** The name of a month, 1 to 12. Throws RangeError for another number. */
export function monthInSwedish(month: number): string {
  const name = months[month - 1];
  if (name === undefined) throw new RangeError(`There is no month ${month}.`);
  return name;
}
