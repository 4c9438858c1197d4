import type { Envelope } from '#libs/proof';
import { citationOf, parseStreamId } from '#libs/kernel';
import { decodeEvent } from '../encoded-event.js';
import type { SealedEvent, StoredEvent } from '../event-store.js';
import type { Filterable } from '../log-filter.js';
import { readEventData } from './event-data.js';
import { printPosition } from './log-position.js';
import type { RecordedEvent } from './recorded-event.js';

/** The ids of events that have been erased. */
export type ErasedIds = ReadonlySet<string>;

/** The event as it is proved. Throws where somebody else has written into a municipality's streams. */
export function sealedEventOf(event: RecordedEvent, erased: ErasedIds): SealedEvent {
  const sealed = textsOf(event);
  if (sealed.content === null || erased.size === 0 || !erased.has(envelopeOf(event).id)) return sealed;
  return { ...sealed, content: null, salt: null };
}

/** The event as readers see it. Throws where somebody else has written it. */
export function storedEventOf(event: RecordedEvent, erased: ErasedIds): StoredEvent {
  const { envelope, content, position } = textsOf(event);
  const stored = decodeEvent(envelope, content, position);
  const { id, stream, revision } = stored.record;
  if (stream !== event.stream || revision !== event.revision) throw foreign(event);
  return erased.has(id) ? decodeEvent(envelope, null, position) : stored;
}

function textsOf(event: RecordedEvent): SealedEvent {
  const texts = readEventData(event.data);
  if (texts === null || !beginsAsEnvelope(event.metadata)) throw foreign(event);
  return {
    position: printPosition(event.position),
    envelope: event.metadata.toString('utf8'),
    content: texts.content,
    salt: texts.salt,
  };
}

/** The event's envelope. Throws where somebody else has written it. */
export function envelopeOf(event: RecordedEvent): Envelope {
  const envelope = findEnvelope(event);
  if (envelope === null) throw foreign(event);
  return envelope;
}

/** Null where somebody else has written the event. */
export function findEnvelope({ stream, revision, metadata }: RecordedEvent): Envelope | null {
  if (!beginsAsEnvelope(metadata)) return null;
  try {
    const envelope = JSON.parse(metadata.toString('utf8')) as Envelope;
    return envelope.stream === stream && envelope.revision === revision ? envelope : null;
  } catch {
    return null;
  }
}

const beginning = '{"actor":{"committee":';

/** Canonical JSON begins with the field that is first by name. */
function beginsAsEnvelope(metadata: Buffer): boolean {
  return metadata.toString('latin1', 0, beginning.length) === beginning;
}

function foreign({ revision, stream, type }: RecordedEvent): Error {
  return new Error(`Event ${revision} of ${stream}, a ${type}, was not written by this log.`);
}

/** What a filter of the log looks at. */
export function filterableOf({ type, basis, record }: StoredEvent): Filterable {
  const { actor, commandId, recordedAt } = record;
  return {
    type,
    actorId: actor.id,
    commandId,
    citation: citationOf(basis),
    effectiveOn: basis.effectiveOn,
    stream: parseStreamId(record.stream).name,
    recordedAt,
  };
}
