import { canonicalJson, CanonicalJsonError } from './canonical-json.js';
import type { Envelope } from './envelope.js';
import { isHex } from './hash.js';

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
  (value) => isTime(value, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
  'an instant in UTC with milliseconds',
];
const integer = (min: number): Check => [
  (value) => Number.isSafeInteger(value) && (value as number) >= min,
  `an integer from ${min}`,
];
const orNull = ([is, what]: Check): Check => [(value) => value === null || is(value), `null or ${what}`];

const actorFields = { committee: orNull(text), id: text, role: text };

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

/**
 * Reads an envelope that somebody else has kept. Throws {@link EnvelopeError} unless the text is, byte for byte, what
 * {@link envelopeText} writes of the result.
 */
export function parseEnvelope(envelopeText: string): Envelope {
  const value = parsedJson(envelopeText);
  if (!isObject(value)) throw new EnvelopeError('is not an object');
  checkFields(value, 'sealedAt' in value ? { ...fields, sealedAt: instant } : fields, '');
  checkFields(value['actor'] as Record<string, unknown>, actorFields, 'actor.');
  if ((value['prev'] === null) !== (value['revision'] === 0)) {
    throw new EnvelopeError('has prev where it is the first of its stream, or lacks it where it is not');
  }
  if ((value['basis'] === 'decision') !== (value['decision'] !== null)) {
    throw new EnvelopeError(
      'rests on a decision that it does not cite, or cites one that it does not rest on',
    );
  }
  if (canonical(value) !== envelopeText) throw new EnvelopeError('is not canonical JSON');
  return value as unknown as Envelope;
}

function parsedJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new EnvelopeError('is not JSON');
  }
}

function canonical(value: unknown): string {
  try {
    return canonicalJson(value);
  } catch (error) {
    throw error instanceof CanonicalJsonError
      ? new EnvelopeError(`is not canonical: ${error.message}`)
      : error;
  }
}

function checkFields(
  object: Readonly<Record<string, unknown>>,
  checks: Readonly<Record<string, Check>>,
  prefix: string,
): void {
  for (const [name, [is, what]] of Object.entries(checks)) {
    if (!Object.hasOwn(object, name)) throw new EnvelopeError(`lacks ${prefix}${name}`);
    if (!is(object[name])) throw new EnvelopeError(`has ${prefix}${name} that is not ${what}`);
  }
  for (const name of Object.keys(object)) {
    if (!Object.hasOwn(checks, name)) throw new EnvelopeError(`has an unknown field ${prefix}${name}`);
  }
}

function isBasisKind(value: unknown): boolean {
  return value === 'decision' || value === 'uncited' || value === 'report';
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether it is written so, and stands in the calendar. */
function isTime(value: unknown, pattern: RegExp): boolean {
  if (typeof value !== 'string' || !pattern.test(value)) return false;
  const time = new Date(value);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(value);
}
