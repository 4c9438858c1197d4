import {
  citationOf,
  printStreamId,
  type Basis,
  type Instant,
  type PlainDate,
  type StreamId,
} from '#libs/kernel';
import type { AppendMetadata, NewEvent, Position, StoredEvent } from './event-store.js';

/** An event as every adapter stores it: two JSON texts, and beside them what filters ask for. */
export interface EncodedEvent {
  readonly id: string;
  readonly type: string;
  /** JSON. Kept and given back as text, for a database's own JSON type would change it. */
  readonly data: string;
  /** JSON of {@link EventMetadata}. */
  readonly metadata: string;
  readonly actorId: string;
  readonly commandId: string;
  readonly citation: string | null;
  readonly effectiveOn: PlainDate;
}

/** Where and when an event stands in the log. */
export interface EventPlace {
  readonly revision: number;
  readonly position: Position;
  readonly recordedAt: Instant;
}

/** All that is known of an event when it is appended, besides its id, type and data. */
interface EventMetadata extends AppendMetadata {
  readonly schemaVersion: number;
  readonly basis: Basis;
}

export function encodeEvent({ id, event, schemaVersion }: NewEvent, append: AppendMetadata): EncodedEvent {
  const metadata: EventMetadata = { schemaVersion, basis: event.basis, ...append };
  const data: string | undefined = JSON.stringify(event.data);
  if (data === undefined) {
    throw new TypeError(`The data of ${event.type} ${id} is nothing that JSON can hold.`);
  }
  return {
    id,
    type: event.type,
    data,
    metadata: JSON.stringify(metadata),
    actorId: append.actor.id,
    commandId: append.commandId,
    citation: citationOf(event.basis),
    effectiveOn: event.basis.effectiveOn,
  };
}

/** The event as readers see it. `data` and `metadata` have been parsed. */
export function decodeEvent(
  { id, type, data, metadata }: { id: string; type: string; data: unknown; metadata: unknown },
  stream: StreamId,
  place: EventPlace,
): StoredEvent {
  const { schemaVersion, basis, ...append } = metadata as EventMetadata;
  return {
    type,
    data,
    basis,
    record: { id, schemaVersion, stream: printStreamId(stream), ...place, ...append },
  };
}
