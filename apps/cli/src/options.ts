import { InvalidArgumentError, Option } from 'commander';
import { eventStoreUrl, postgresUrl } from '#apps/api';
import {
  isFiscalYear,
  isInstant,
  isPlainDate,
  municipalityPattern,
  parseCitation,
  printCitation,
  type PrintedUnit,
  committeeCodePattern,
} from '#libs/kernel';

/** Flags that several commands have, with what they take. Every parser refuses in one Swedish sentence. */
export const options = {
  municipality: () =>
    new Option('-m, --municipality <id>', 'kommun; behövs bara där loggen har flera').argParser(
      matching(municipalityPattern, 'Ange kommunens id med gemener, som alingsas.'),
    ),
  retry: () =>
    new Option('--retry <municipality>', 'prövar en logg på nytt, som ett larm har stoppat').argParser(
      matching(municipalityPattern, 'Ange kommunens id med gemener, som alingsas.'),
    ),
  committee: () =>
    new Option('-c, --committee <code>', 'nämndens kod, som SN')
      .argParser(matching(committeeCodePattern, 'Ange nämndens kod med versaler, som SN.'))
      .makeOptionMandatory(),
  year: () => new Option('-y, --year <year>', 'budgetår').argParser(fiscalYear),
  years: () => new Option('--years <years>', 'flera budgetår, som 2023,2024,2025').argParser(fiscalYears),
  asOf: () => new Option('--as-of <date>', 'vad som gällde detta datum').argParser(plainDate),
  knownAt: () =>
    new Option('--known-at <instant>', 'vad som var registrerat då, som 2026-11-23T05:22:18.123Z').argParser(
      instant,
    ),
  unit: () =>
    new Option('--unit <unit>', 'enhet för belopp: kr, tkr eller mnkr').default('tkr').argParser(unit),
  logUrl: (flag: string, description: string) =>
    new Option(`${flag} <url>`, description).argParser(logUrl).makeOptionMandatory(),
  json: () => new Option('--json', 'skriver JSON i stället för tabeller'),
};

export function unit(text: string): PrintedUnit {
  const known = (['kr', 'tkr', 'mnkr'] as const).find((candidate) => candidate === text);
  return sound(
    known ?? 'tkr',
    known !== undefined,
    `Ange något av kr, tkr och mnkr; ${text} är inte ett av dem.`,
  );
}

/** In any of the spellings that are accepted; answered as it is stored. */
export function paragraph(text: string): string {
  const found = parseCitation(text);
  const sentence = `Ange paragrafen som i "SN 2023-09-19, § 46"; ${text} är inte en.`;
  return sound(found ? printCitation(found) : '', found !== null, sentence);
}

export function plainDate(text: string): string {
  return sound(
    text,
    isPlainDate(text),
    `Ange ett datum som finns, i formen ÅÅÅÅ-MM-DD; ${text} är inte ett.`,
  );
}

export function instant(text: string): string {
  return sound(
    text,
    isInstant(text),
    `Ange en tidpunkt i UTC, som 2026-11-23T05:22:18.123Z; ${text} är inte en.`,
  );
}

/** Not repeated where it is refused: it may hold a password. */
export function logUrl(text: string): string {
  const isLog = postgresUrl(text) !== null || eventStoreUrl(text) !== null;
  const sentence = 'Ange en logg som postgres://användare:lösenord@värd/databas eller esdb://värd:2113.';
  return sound(text, isLog, sentence);
}

export function fiscalYear(text: string): number {
  const year = /^\d{4}$/.test(text) ? Number(text) : NaN;
  return sound(year, isFiscalYear(year), `Ange ett budgetår, som 2023; ${text} är inte ett.`);
}

export function fiscalYears(text: string): readonly number[] {
  return [...new Set(text.split(',').map((year) => fiscalYear(year.trim())))].toSorted((a, b) => a - b);
}

export function positiveInteger(max: number): (text: string) => number {
  return (text) => {
    const number = /^\d{1,9}$/.test(text) ? Number(text) : 0;
    const isWithin = number >= 1 && number <= max;
    return sound(number, isWithin, `Ange ett heltal från 1 till ${max}; ${text} är inte ett.`);
  };
}

export function matching(pattern: RegExp, sentence: string): (text: string) => string {
  return (text) => sound(text, pattern.test(text), sentence);
}

/** The value, or the sentence that commander hands on to whoever typed it. */
function sound<Value>(value: Value, isSound: boolean, sentence: string): Value {
  if (isSound) return value;
  throw new InvalidArgumentError(sentence);
}
