import { citationOf, parseStreamId, type Instant } from '#libs/kernel';
import { decodeEvent } from '../encoded-event.js';
import type { StoredEvent } from '../event-store.js';
import type { Filterable } from '../log-filter.js';
import { printPosition } from './log-position.js';
import type { RecordedEvent } from './recorded-event.adapter.js';

/** What the adapter writes beside an event's metadata, and keeps to itself. */
export interface AppendMark {
  /** Tells the events of one call of `append` from those of every other. */
  readonly appendId: string;
  /** The event's place in the append, from 0. */
  readonly appendIndex: number;
  /** The time of an event that stood in the municipality's log before: the server's clock may have gone back since. */
  readonly notBefore?: Instant;
  /** When it was recorded in the log that it is copied from; absent where it was recorded here first. */
  readonly recordedAt?: Instant;
}

/** Throws where somebody else has written into a municipality's streams. */
export function markOf(event: RecordedEvent): AppendMark {
  const metadata = findMark(event);
  if (!metadata) {
    throw new Error(
      `Event ${event.revision} of ${event.stream}, a ${event.type}, was not written by this log.`,
    );
  }
  return metadata;
}

/** When an append was recorded, given the mark of its events and the server's time of its first one. */
export function recordedAtOf({ recordedAt, notBefore }: AppendMark, created: Instant): Instant {
  if (recordedAt !== undefined) return recordedAt;
  return notBefore !== undefined && notBefore > created ? notBefore : created;
}

/** The event of the log, recorded when its append was. */
export function storedEventOf(event: RecordedEvent, recordedAt: Instant): StoredEvent {
  const { id, type, revision } = event;
  const { appendId: _, appendIndex: __, notBefore: ___, recordedAt: ____, ...metadata } = markOf(event);
  const place = { revision, position: printPosition(event.position), recordedAt };
  return decodeEvent({ id, type, data: json(event.data), metadata }, parseStreamId(event.stream), place);
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

/** Null where somebody else has written the event. */
export function findMark({ metadata }: RecordedEvent): AppendMark | null {
  try {
    const parsed = json(metadata);
    return isMarked(parsed) ? parsed : null;
  } catch {
    return null;
  }
}

function isMarked(metadata: unknown): metadata is AppendMark {
  return (
    typeof metadata === 'object' && metadata !== null && 'appendId' in metadata && 'appendIndex' in metadata
  );
}

function json(bytes: Uint8Array): unknown {
  return JSON.parse(Buffer.from(bytes).toString('utf8'));
}
