import { decodeEvent } from '../encoded-event.js';
import type { StoredEvent } from '../event-store.js';

/** A row of `event_store.event`, as node-postgres gives it. */
export interface EventRow {
  readonly id: string;
  readonly type: string;
  readonly stream: string;
  readonly revision: number;
  readonly position: string;
  readonly recorded_at: Date;
  readonly data: unknown;
  readonly metadata: unknown;
}

export const eventColumns = 'id, type, stream, revision, position, recorded_at, data, metadata';

export function eventOf(tenant: string, row: EventRow): StoredEvent {
  const { revision, position, recorded_at: recordedAt } = row;
  return decodeEvent(
    row,
    { tenant, name: row.stream },
    { revision, position, recordedAt: recordedAt.toISOString() },
  );
}
