import { decodeEvent } from '../encoded-event.js';
import type { SealedEvent, StoredEvent } from '../event-store.js';

/** A row of `event_store.event`, as node-postgres gives it. The other columns are there for the database to search. */
export type EventRow = Omit<SealedEvent, 'salt'>;

export const eventColumns = 'position, envelope, content';

export function eventOf({ envelope, content, position }: EventRow): StoredEvent {
  return decodeEvent(envelope, content, position);
}
