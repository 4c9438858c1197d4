import {
  isInstant,
  isPlainDate,
  municipalityPattern,
  parseStreamName,
  type Instant,
  type StreamId,
} from '#libs/kernel';
import { encodeEvent, type EncodedEvent } from './encoded-event.js';
import { EventTooLargeError } from './errors.js';
import { maxEventBytes, type Append, type ExpectedRevision } from './event-store.js';
import { isStorableText, isUuid } from './storable-text.js';

/** An append that every adapter can store as it stands. */
export interface EncodedAppend {
  readonly stream: StreamId;
  readonly expected: ExpectedRevision;
  readonly events: readonly EncodedEvent[];
  /** Null unless the append is copied from another log. */
  readonly recordedAt: Instant | null;
  /** Of data and metadata, as UTF-8. */
  readonly bytes: number;
}

/**
 * Checks and encodes an append, once for all attempts to store it. Throws {@link EventTooLargeError}, and a TypeError
 * where the caller is at fault: no events, an id that is not a UUID in lower case, a name that a database could not
 * give back unchanged.
 */
export function encodeAppend({ stream, expected, events, metadata, recordedAt }: Append): EncodedAppend {
  assertStream(stream);
  assertExpected(expected);
  if (recordedAt !== undefined && !isInstant(recordedAt)) {
    throw new TypeError(`"${String(recordedAt)}" is not an instant.`);
  }
  if (events.length === 0) throw new TypeError('An append has at least one event.');
  const encoded = events.map((event) => encodeEvent(event, metadata));
  for (const event of encoded) assertEvent(event);
  if (new Set(encoded.map(({ id }) => id)).size < encoded.length) {
    throw new TypeError('Every event of an append has an id of its own.');
  }
  return {
    stream,
    expected,
    events: encoded,
    recordedAt: recordedAt ?? null,
    bytes: encoded.reduce((sum, event) => sum + checkedBytes(event), 0),
  };
}

function assertStream({ tenant, name }: StreamId): void {
  if (!municipalityPattern.test(tenant)) throw new TypeError(`"${tenant}" is not the id of a municipality.`);
  parseStreamName(name);
}

function assertExpected(expected: ExpectedRevision): void {
  if (typeof expected === 'number' && !(Number.isSafeInteger(expected) && expected >= 0)) {
    throw new TypeError(`${expected} is not a revision; a stream that is not there is "noStream".`);
  }
}

function assertEvent({ id, type, actorId, commandId, citation, effectiveOn }: EncodedEvent): void {
  if (!isUuid(id) || !isUuid(commandId)) {
    throw new TypeError(`"${id}" of "${commandId}" are not ids in lower case.`);
  }
  if (!isPlainDate(effectiveOn)) throw new TypeError(`"${String(effectiveOn)}" is not a date.`);
  for (const text of [type, actorId, citation ?? '-']) {
    if (text === '' || !isStorableText(text)) {
      throw new TypeError(`${JSON.stringify(text)} cannot name anything.`);
    }
  }
}

function checkedBytes({ data, metadata }: EncodedEvent): number {
  const bytes = Buffer.byteLength(data) + Buffer.byteLength(metadata);
  if (bytes > maxEventBytes) throw new EventTooLargeError(bytes, maxEventBytes);
  return bytes;
}
