import { canonicalJson, CanonicalJsonError } from './canonical-json.js';
import type { Envelope } from './envelope.js';
import { isHex } from './hash.js';
import { isCanonicalJson } from './is-canonical-json.js';
import { isUsualEnvelope } from './usual-envelope.js';

/** The text is not an envelope that any version of ours would have written. */
export class EnvelopeError extends Error {
  constructor(reason: string) {
    super(`The envelope ${reason}.`);
    this.name = 'EnvelopeError';
  }
}

type Check = readonly [is: (value: unknown) => boolean, what: string];

const text: Check = [(value) => typeof value === 'string' && value !== '', 'a text that is not empty'];
const sha256: Check = [(value) => isHex(value, 32), 'a SHA-256 in lower-case hexadecimal'];
const date: Check = [(value) => isTime(value, /^\d{4}-\d\d-\d\d$/), 'a date (YYYY-MM-DD)'];
const instant: Check = [
  (value) => isTime(value, /^\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/),
  'an instant in UTC with milliseconds',
];
const integer = (min: number): Check => [
  (value) => Number.isSafeInteger(value) && (value as number) >= min,
  `an integer from ${min}`,
];
const orNull = ([is, what]: Check): Check => [(value) => value === null || is(value), `null or ${what}`];

/** The checks of an object's fields, by name. */
type Checks = readonly (readonly [name: string, check: Check])[];

const actorChecks: Checks = Object.entries({ committee: orNull(text), id: text, role: text });

const fields: Readonly<Record<Exclude<keyof Envelope, 'sealedAt'>, Check>> = {
  v: [(value) => value === 1, '1, the only version that this reader knows'],
  id: text,
  type: text,
  schema: integer(1),
  stream: [(value) => typeof value === 'string' && /^[^:]+:[^:]+$/.test(value), '{municipality}:{stream}'],
  revision: integer(0),
  prev: orNull(sha256),
  dataHash: sha256,
  committee: orNull(text),
  actor: [isObject, 'an object'],
  effectiveOn: date,
  recordedAt: instant,
  commandId: text,
  correlationId: text,
  causationId: orNull(text),
  basis: [isBasisKind, 'decision, uncited or report'],
  decision: orNull(text),
};

const envelopeChecks: Checks = Object.entries(fields);
const sealedLaterChecks: Checks = [...envelopeChecks, ['sealedAt', instant]];

/**
 * Reads an envelope that somebody else has kept. Throws {@link EnvelopeError} unless the text is, byte for byte, what
 * {@link envelopeText} writes of the result.
 */
export function parseEnvelope(envelopeText: string): Envelope {
  const envelope = readQuickly(envelopeText) ?? readClosely(envelopeText);
  if ((envelope.prev === null) !== (envelope.revision === 0)) {
    throw new EnvelopeError('has prev where it is the first of its stream, or lacks it where it is not');
  }
  if ((envelope.basis === 'decision') !== (envelope.decision !== null)) {
    throw new EnvelopeError(
      'rests on a decision that it does not cite, or cites one that it does not rest on',
    );
  }
  return envelope;
}

/** A log is read by the million, and nearly all envelopes are written in one form. Null where this one is not. */
function readQuickly(envelopeText: string): Envelope | null {
  if (!isUsualEnvelope(envelopeText)) return null;
  const envelope = JSON.parse(envelopeText) as Envelope;
  return isInCalendar(envelope.effectiveOn) && isInCalendar(envelope.recordedAt) ? envelope : null;
}

/** Whatever form an envelope can have, or why it is none. */
export function readClosely(envelopeText: string): Envelope {
  const value = parsedJson(envelopeText);
  if (!isObject(value)) throw new EnvelopeError('is not an object');
  checkFields(value, 'sealedAt' in value ? sealedLaterChecks : envelopeChecks, '');
  checkFields(value['actor'] as Record<string, unknown>, actorChecks, 'actor.');
  if (!isCanonicalJson(envelopeText, value)) throw notCanonical(value);
  return value as unknown as Envelope;
}

function parsedJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new EnvelopeError('is not JSON');
  }
}

/** Why the text is not the canonical one: the value has none, or its text is another. */
function notCanonical(value: unknown): unknown {
  try {
    canonicalJson(value);
    return new EnvelopeError('is not canonical JSON');
  } catch (error) {
    if (!(error instanceof CanonicalJsonError)) return error;
    return new EnvelopeError(`is not canonical: ${error.message}`);
  }
}

function checkFields(object: Readonly<Record<string, unknown>>, checks: Checks, prefix: string): void {
  for (const [name, [is, what]] of checks) {
    if (!Object.hasOwn(object, name)) throw new EnvelopeError(`lacks ${prefix}${name}`);
    if (!is(object[name])) throw new EnvelopeError(`has ${prefix}${name} that is not ${what}`);
  }
  const names = Object.keys(object);
  if (names.length === checks.length) return;
  const unknown = names.find((name) => checks.every(([known]) => known !== name));
  throw new EnvelopeError(`has an unknown field ${prefix}${unknown}`);
}

function isBasisKind(value: unknown): boolean {
  return value === 'decision' || value === 'uncited' || value === 'report';
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether it is written so, and its date stands in the calendar. */
function isTime(value: unknown, pattern: RegExp): boolean {
  return typeof value === 'string' && pattern.test(value) && isInCalendar(value);
}

const daysOfMonths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Of what begins with a year, a month and a day, as `2025-03-18`. */
function isInCalendar(written: string): boolean {
  const year = Number(written.slice(0, 4));
  const month = Number(written.slice(5, 7));
  const day = Number(written.slice(8, 10));
  const isLeapYear = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const leapDay = month === 2 && isLeapYear ? 1 : 0;
  return day >= 1 && day <= (daysOfMonths[month - 1] ?? 0) + leapDay;
}
