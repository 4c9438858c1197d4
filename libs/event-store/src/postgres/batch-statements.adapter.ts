import type { PoolClient } from 'pg';
import type { EventPlace } from '../encoded-event.js';
import type { KnownEvent } from '../judge-append.js';
import { insertSql, insertValues, type PlacedEvent } from './insert-events.js';
import { sendTogether } from './send-together.adapter.js';

/** The log's end, while it is locked. */
export interface LockedHead {
  readonly position: number;
  /** When the last event was recorded; null where the log has none. */
  readonly lastRecordedAt: string | null;
  /** By the database's clock. */
  readonly now: string;
}

/** The clock is read once the lock is held. */
const lockSql = `
  SELECT coalesce(head.position, 0) AS position,
    head.recorded_at, date_trunc('milliseconds', clock_timestamp()) AS now
  FROM (VALUES (true)) AS always (matches) LEFT JOIN (
    SELECT position, recorded_at FROM event_store.log_head WHERE tenant_id = $1 FOR UPDATE
  ) AS head ON always.matches`;

interface HeadRow {
  readonly position: string;
  readonly recorded_at: Date | null;
  readonly now: Date;
}

/** Begins the transaction. What follows in it sees whatever those have committed who held the lock before. */
export async function lockHead(client: PoolClient, tenant: string): Promise<LockedHead> {
  const [, { rows }] = await sendTogether(client, () => [
    client.query('BEGIN ISOLATION LEVEL READ COMMITTED'),
    client.query<HeadRow>({ name: 'lock head', text: lockSql, values: [tenant] }),
  ]);
  const [head] = rows;
  if (!head) throw new Error(`The log of ${tenant} did not tell where it ends.`);
  return {
    position: Number(head.position),
    lastRecordedAt: head.recorded_at?.toISOString() ?? null,
    now: head.now.toISOString(),
  };
}

// Lookups are not prepared: a plan that was made while the log was small would be slow once it is large.
const lastRevisionsSql = `
  SELECT wanted.stream, coalesce(last.revision, -1) AS revision
  FROM unnest($2::text[]) AS wanted (stream) LEFT JOIN LATERAL (
    SELECT revision FROM event_store.event WHERE tenant_id = $1 AND stream = wanted.stream
    ORDER BY revision DESC LIMIT 1
  ) AS last ON true`;

/** The last revision of every given stream, -1 where there is no such stream. */
export async function lastRevisions(
  client: PoolClient,
  tenant: string,
  streams: readonly string[],
): Promise<readonly (readonly [stream: string, revision: number])[]> {
  if (streams.length === 0) return [];
  const { rows } = await client.query<KnownEvent>(lastRevisionsSql, [tenant, streams]);
  return rows.map(({ stream, revision }) => [stream, revision]);
}

const recordedSql = `
  SELECT known.* FROM unnest($2::uuid[]) AS wanted (id) CROSS JOIN LATERAL (
    SELECT id, stream, revision, position, recorded_at FROM event_store.event
    WHERE tenant_id = $1 AND id = wanted.id LIMIT 1) AS known`;

interface RecordedRow extends KnownEvent {
  readonly id: string;
  readonly position: string;
  readonly recorded_at: Date;
}

/** Those of the given events that stand in the log, by their ids. */
export async function recordedPlaces(
  client: PoolClient,
  tenant: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, KnownEvent & EventPlace>> {
  const { rows } = await client.query<RecordedRow>(recordedSql, [tenant, ids]);
  return new Map(
    rows.map(({ id, recorded_at: recordedAt, ...place }) => [
      id,
      { ...place, recordedAt: recordedAt.toISOString() },
    ]),
  );
}

/** A log's first batch creates its head; where two processes do, one fails on its key and judges anew. */
const createHeadSql =
  'INSERT INTO event_store.log_head (tenant_id, position, recorded_at) VALUES ($1, $2, $3)';
const moveHeadSql = 'UPDATE event_store.log_head SET position = $2, recorded_at = $3 WHERE tenant_id = $1';

/** Moves the head over the events, which stand right behind it, inserts them with one time for all, and commits. */
export async function insertAndCommit(
  client: PoolClient,
  tenant: string,
  { position, recordedAt }: { readonly position: number; readonly recordedAt: string },
  events: readonly PlacedEvent[],
): Promise<void> {
  const head = [tenant, position + events.length, recordedAt];
  const values = [...insertValues(tenant, recordedAt, events)];
  await sendTogether(client, () => [
    position === 0
      ? client.query(createHeadSql, head)
      : client.query({ name: 'move head', text: moveHeadSql, values: head }),
    client.query({ name: 'insert events', text: insertSql, values }),
    client.query('COMMIT'),
  ]);
}
