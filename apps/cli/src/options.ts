import { InvalidArgumentError, Option } from 'commander';
import { eventStoreUrl, postgresUrl } from '#apps/api';
import {
  holdsIdentityNumber,
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
  committee: () => committee('nämndens kod, som SN').makeOptionMandatory(),
  /** With what it means to leave it out. */
  perhapsCommittee: (otherwise: string) => committee(`nämndens kod, som SN; ${otherwise}`),
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
  out: () => new Option('--out <file>', 'filen som skrivs; finns den ersätts den när allt är skrivet'),
  json: () => new Option('--json', 'skriver JSON i stället för tabeller'),
};

function committee(description: string): Option {
  return new Option('-c, --committee <code>', description).argParser(
    matching(committeeCodePattern, 'Ange nämndens kod med versaler, som SN.'),
  );
}

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

export function stream(text: string): string {
  const isStream = /^[a-z][A-Za-z]*(?:-[A-ZÅÄÖ][A-ZÅÄÖ0-9]{0,9})?\.[A-Za-z0-9.-]{1,100}$/u.test(text);
  return sound(text, isStream, `Ange strömmens namn, som i budget-SN.2025; ${text} är inte ett.`);
}

/** A reason that stays in the log: one line, and nothing in it about anybody. */
export function reason(text: string): string {
  const tidy = text.trim().normalize('NFC');
  const isLine = tidy !== '' && tidy.length <= 500 && !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(tidy);
  sound(tidy, isLine, 'Ange skälet på en rad, med högst 500 tecken.');
  return sound(
    tidy,
    !holdsIdentityNumber(tidy),
    'Skälet har ett personnummer. Skriv utan uppgifter om enskilda.',
  );
}

/** Ids of events, each once. */
export function eventIds(texts: readonly string[]): readonly string[] {
  const strange = texts.find((text) => !/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text));
  sound(
    texts,
    strange === undefined,
    `Ange händelsers id, som i 0f4c2a1e-9a41-5d0c-8f57-6a2f5a0f1c11; ${strange} är inte ett.`,
  );
  sound(texts, new Set(texts).size === texts.length, 'Ange varje händelse en gång.');
  return sound(texts, texts.length <= 1_000, 'Ange högst 1000 händelser åt gången.');
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

export function eventId(text: string): string {
  const isUuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
  return sound(text, isUuid, `Ange händelsens id, ett UUID med gemener; ${text} är inte ett.`);
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
export function sound<Value>(value: Value, isSound: boolean, sentence: string): Value {
  if (isSound) return value;
  throw new InvalidArgumentError(sentence);
}
