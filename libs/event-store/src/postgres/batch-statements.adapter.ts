import type { PoolClient } from 'pg';
import { hashOfEnvelope } from '#libs/proof';
import type { EventPlace } from '../encoded-event.js';
import type { KnownEvent } from '../judge-append.js';
import { insertBehind, type PlacedEvent } from './insert-events.js';
import type { LogEnd, StreamEnd } from './remembered-log.js';
import { sendTogether } from './send-together.adapter.js';

const lockSql =
  'SELECT position, recorded_at AS "recordedAt", last_event AS "lastEvent" FROM event_store.log_head WHERE tenant_id = $1 FOR UPDATE';

interface EndRow {
  readonly position: string;
  readonly recordedAt: Date;
}

/**
 * Begins a transaction and locks the log's head. What follows in it sees whatever those have committed who held the
 * lock before. A log without events has no head to lock; of two that insert its first events, one finds it moved.
 */
export async function lockEnd(client: PoolClient, tenant: string): Promise<LogEnd> {
  const [, { rows }] = await sendTogether(client, () => [
    client.query('BEGIN ISOLATION LEVEL READ COMMITTED'),
    client.query<EndRow & { readonly lastEvent: string }>({
      name: 'lock head',
      text: lockSql,
      values: [tenant],
    }),
  ]);
  const [head] = rows;
  return {
    position: Number(head?.position ?? 0),
    recordedAt: head?.recordedAt.toISOString() ?? null,
    lastEvent: head?.lastEvent ?? null,
  };
}

// Lookups are not prepared: a plan that was made while the log was small would be slow once it is large.
const streamEndsSql = `
  SELECT wanted.stream, coalesce(last.revision, -1) AS revision, last.envelope
  FROM unnest($2::text[]) AS wanted (stream) LEFT JOIN LATERAL (
    SELECT revision, envelope FROM event_store.event WHERE tenant_id = $1 AND stream = wanted.stream
    ORDER BY revision DESC LIMIT 1
  ) AS last ON true`;

interface StreamEndRow extends KnownEvent {
  readonly envelope: string | null;
}

/** Where every given stream ends. */
export async function streamEnds(
  client: PoolClient,
  tenant: string,
  streams: readonly string[],
): Promise<readonly (readonly [stream: string, end: StreamEnd])[]> {
  if (streams.length === 0) return [];
  const { rows } = await client.query<StreamEndRow>(streamEndsSql, [tenant, streams]);
  return rows.map(({ stream, revision, envelope }) => [
    stream,
    { revision, hash: envelope === null ? null : hashOfEnvelope(envelope) },
  ]);
}

const recordedSql = `
  SELECT known.* FROM unnest($2::uuid[]) AS wanted (id) CROSS JOIN LATERAL (
    SELECT id, stream, revision, position, recorded_at AS "recordedAt" FROM event_store.event
    WHERE tenant_id = $1 AND id = wanted.id LIMIT 1) AS known`;

type RecordedRow = KnownEvent & EndRow & { readonly id: string };

/** Those of the given events that stand in the log, by their ids. */
export async function recordedPlaces(
  client: PoolClient,
  tenant: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, KnownEvent & EventPlace>> {
  const { rows } = await client.query<RecordedRow>(recordedSql, [tenant, ids]);
  return new Map(
    rows.map(({ id, recordedAt, ...place }) => [id, { ...place, recordedAt: recordedAt.toISOString() }]),
  );
}

/** Inserts the events in a transaction of their own. False where the log ends elsewhere: then nothing was inserted. */
export async function insertAtOnce(
  client: PoolClient,
  tenant: string,
  end: LogEnd,
  events: readonly PlacedEvent[],
): Promise<boolean> {
  const { rowCount } = await client.query(insertBehind(tenant, end, events));
  return rowCount === events.length;
}

/** Inserts the events in the transaction that has been begun, and commits it. False as above. */
export async function insertAndCommit(
  client: PoolClient,
  tenant: string,
  end: LogEnd,
  events: readonly PlacedEvent[],
): Promise<boolean> {
  const [{ rowCount }] = await sendTogether(client, () => [
    client.query(insertBehind(tenant, end, events)),
    client.query('COMMIT'),
  ]);
  return rowCount === events.length;
}
