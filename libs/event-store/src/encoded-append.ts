import {
  isInstant,
  isPlainDate,
  municipalityPattern,
  parseStreamId,
  parseStreamName,
  type Instant,
  type StreamId,
} from '#libs/kernel';
import { dataHashOf, EnvelopeError, parseEnvelope } from '#libs/proof';
import { encodeEvent, type EncodedEvent } from './encoded-event.js';
import { EventTooLargeError } from './errors.js';
import { maxEventBytes, type Append, type ExpectedRevision, type SealedEvent } from './event-store.js';
import { isStorableText, isUuid } from './storable-text.js';

/** An append that every adapter can store as it stands. */
export interface EncodedAppend {
  readonly stream: StreamId;
  readonly expected: ExpectedRevision;
  readonly events: readonly EncodedEvent[];
  /** Null unless the event is restored from another log. */
  readonly recordedAt: Instant | null;
  /** Of the contents, as UTF-8. */
  readonly bytes: number;
}

/**
 * Checks and encodes an append, once for all attempts to store it. Throws {@link EventTooLargeError}, and a TypeError
 * where the caller is at fault: no events, an id that is not a UUID in lower case, a name that a database could not
 * give back unchanged, data that cannot be sealed. `newSalt` gives 32 random hex digits.
 */
export function encodeAppend(
  { stream, expected, events, metadata }: Append,
  newSalt: () => string,
): EncodedAppend {
  assertMunicipality(stream);
  const { committee } = parseStreamName(stream.name);
  assertExpected(expected);
  if (events.length === 0) throw new TypeError('An append has at least one event.');
  const encoded = events.map((event) => encodeEvent(event, metadata, committee, newSalt()));
  for (const event of encoded) assertEvent(event);
  if (encoded.length > 1 && new Set(encoded.map(({ id }) => id)).size < encoded.length) {
    throw new TypeError('Every event of an append has an id of its own.');
  }
  const bytes = encoded.reduce((sum, event) => sum + checkedBytes(event), 0);
  return { stream, expected, events: encoded, recordedAt: null, bytes };
}

/** An event from another log as an append of its own. Throws a TypeError where it is none, or not this municipality's. */
export function encodeRestored(tenant: string, event: Omit<SealedEvent, 'position'>): EncodedAppend {
  const { stream: name, revision, recordedAt, prev: _, ...facts } = readEnvelope(event.envelope);
  const stream = parseStreamId(name);
  if (stream.tenant !== tenant) throw new TypeError(`An event of ${stream.tenant} is none of ${tenant}.`);
  if (!isInstant(recordedAt)) throw new TypeError(`${name} was recorded at no instant.`);
  const { content, salt } = event;
  if ((content === null) !== (salt === null)) throw new TypeError('A content and its salt go together.');
  if (content !== null && salt !== null && dataHashOf(salt, content) !== facts.dataHash) {
    throw new TypeError(`The content of ${facts.id} is not what was sealed.`);
  }
  const { id, type, commandId, decision: citation, effectiveOn } = facts;
  const encoded: EncodedEvent = {
    id,
    type,
    content,
    salt,
    actorId: facts.actor.id,
    commandId,
    citation,
    effectiveOn,
    facts,
    sealed: event.envelope,
  };
  assertEvent(encoded);
  const expected = revision === 0 ? 'noStream' : revision - 1;
  return { stream, expected, events: [encoded], recordedAt, bytes: checkedBytes(encoded) };
}

function readEnvelope(text: string): ReturnType<typeof parseEnvelope> {
  try {
    return parseEnvelope(text);
  } catch (error) {
    if (!(error instanceof EnvelopeError)) throw error;
    throw new TypeError(`An event cannot be restored: ${error.message}`, { cause: error });
  }
}

function assertMunicipality({ tenant }: StreamId): void {
  if (!municipalityPattern.test(tenant)) throw new TypeError(`"${tenant}" is not the id of a municipality.`);
}

function assertExpected(expected: ExpectedRevision): void {
  if (typeof expected === 'number' && !(Number.isSafeInteger(expected) && expected >= 0)) {
    throw new TypeError(`${expected} is not a revision; a stream that is not there is "noStream".`);
  }
}

function assertEvent({ id, type, actorId, commandId, citation, effectiveOn, facts }: EncodedEvent): void {
  if (!isUuid(id) || !isUuid(commandId)) {
    throw new TypeError(`"${id}" of "${commandId}" are not ids in lower case.`);
  }
  if (!isPlainDate(effectiveOn)) throw new TypeError(`"${String(effectiveOn)}" is not a date.`);
  const { actor, correlationId, causationId } = facts;
  for (const text of [type, actorId, actor.role, citation ?? '-', correlationId, causationId ?? '-']) {
    if (text === '' || !isStorableText(text)) {
      throw new TypeError(`${JSON.stringify(text)} cannot name anything.`);
    }
  }
}

function checkedBytes({ content }: EncodedEvent): number {
  const bytes = Buffer.byteLength(content ?? '');
  if (bytes > maxEventBytes) throw new EventTooLargeError(bytes, maxEventBytes);
  return bytes;
}
