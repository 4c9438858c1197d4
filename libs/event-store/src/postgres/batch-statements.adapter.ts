import type { PoolClient } from 'pg';
import type { EncodedAppend } from '../encoded-append.js';
import type { EventPlace } from '../encoded-event.js';
import type { KnownEvent } from '../judge-append.js';
import type { AddedEvent } from './batch-judgement.js';

type KnownPlace = KnownEvent & EventPlace;
type PlacedEvent = AddedEvent & EventPlace;

interface StreamRow {
  readonly name: string;
  readonly revision: number;
}

interface PlaceRow {
  readonly id: string;
  readonly stream: string;
  readonly revision: number;
  readonly position: string;
  readonly recorded_at: Date;
}

/** In the order of their names, so that no two transactions wait for each other. */
const lockSql = `
  SELECT name, revision FROM event_store.stream WHERE tenant_id = $1 AND name = ANY ($2) ORDER BY name FOR UPDATE`;

/** A statement of its own, after the locks: it has to see what whoever held them has committed. */
const knownSql = `
  SELECT event.id, event.stream, event.revision, event.position, event.recorded_at
  FROM unnest($2::uuid[]) AS wanted (id) JOIN event_store.event ON event.tenant_id = $1 AND event.id = wanted.id`;

/** Begins the transaction. */
export async function lockStreams(
  client: PoolClient,
  tenant: string,
  appends: readonly EncodedAppend[],
): Promise<{ lastRevisions: ReadonlyMap<string, number>; recorded: ReadonlyMap<string, KnownPlace> }> {
  const names = [...new Set(appends.map(({ stream }) => stream.name))];
  const ids = appends.flatMap(({ events }) => events.map(({ id }) => id));
  const [, streams, known] = await Promise.all([
    client.query('BEGIN ISOLATION LEVEL READ COMMITTED'),
    client.query<StreamRow>({ name: 'lock streams', text: lockSql, values: [tenant, names] }),
    client.query<PlaceRow>({ name: 'known events', text: knownSql, values: [tenant, ids] }),
  ]);
  return {
    lastRevisions: new Map(streams.rows.map(({ name, revision }) => [name, revision])),
    recorded: new Map(known.rows.map((row) => [row.id, knownPlace(row)])),
  };
}

function knownPlace({ stream, revision, position, recorded_at }: PlaceRow): KnownPlace {
  return { stream, revision, position, recordedAt: recorded_at.toISOString() };
}

const takeSql = `
  INSERT INTO event_store.log_head AS head (tenant_id, position, recorded_at)
  VALUES ($1, $2, date_trunc('milliseconds', clock_timestamp()))
  ON CONFLICT (tenant_id) DO UPDATE SET
    position = head.position + excluded.position,
    recorded_at = greatest(head.recorded_at, date_trunc('milliseconds', clock_timestamp()))
  RETURNING position, recorded_at`;

/**
 * Locks the log's head, gives the events the next positions and the time. `recordedAt` never decreases along the log,
 * even where the server's clock does. Nothing about the events is open after this.
 */
export async function takePlaces(
  client: PoolClient,
  tenant: string,
  added: readonly AddedEvent[],
): Promise<readonly PlacedEvent[]> {
  const { rows } = await client.query<{ position: string; recorded_at: Date }>({
    name: 'take places',
    text: takeSql,
    values: [tenant, added.length],
  });
  const [head] = rows;
  if (!head) throw new Error(`The log of ${tenant} gave no positions.`);
  const first = Number(head.position) - added.length + 1;
  const recordedAt = head.recorded_at.toISOString();
  return added.map((event, n) => ({ ...event, position: String(first + n), recordedAt }));
}

const insertSql = `
  WITH created AS (
    INSERT INTO event_store.stream (tenant_id, name, revision)
    SELECT $1, s.name, s.revision FROM unnest($2::text[], $3::int[], $4::boolean[]) AS s (name, revision, is_new)
    WHERE s.is_new
  ), advanced AS (
    UPDATE event_store.stream SET revision = s.revision
    FROM unnest($2::text[], $3::int[], $4::boolean[]) AS s (name, revision, is_new)
    WHERE stream.tenant_id = $1 AND stream.name = s.name AND NOT s.is_new
  )
  INSERT INTO event_store.event (tenant_id, recorded_at, position, stream, revision, id, type, effective_on,
    actor_id, command_id, citation, data, metadata)
  SELECT $1, $5, * FROM unnest($6::bigint[], $7::text[], $8::int[], $9::uuid[], $10::text[], $11::date[],
    $12::text[], $13::uuid[], $14::text[], $15::json[], $16::json[])`;

/** What a batch adds to a municipality's log. */
export interface BatchAddition {
  readonly tenant: string;
  readonly events: readonly PlacedEvent[];
  /** Of the streams that exist, as they were locked. */
  readonly lastRevisions: ReadonlyMap<string, number>;
  /** Of all streams that exist or come to be. */
  readonly revisions: ReadonlyMap<string, number>;
}

/** A stream that another process has created in the meantime fails on its key, and the batch is judged anew. */
export async function insertAndCommit(
  client: PoolClient,
  { tenant, events, lastRevisions, revisions }: BatchAddition,
): Promise<void> {
  const grown = [...revisions].filter(([name, revision]) => lastRevisions.get(name) !== revision);
  const column = <Key extends keyof PlacedEvent>(key: Key) => events.map((event) => event[key]);
  const values = [
    tenant,
    grown.map(([name]) => name),
    grown.map(([, revision]) => revision),
    grown.map(([name]) => !lastRevisions.has(name)),
    events[0]?.recordedAt,
    column('position'),
    column('stream'),
    column('revision'),
    column('id'),
    column('type'),
    column('effectiveOn'),
    column('actorId'),
    column('commandId'),
    column('citation'),
    column('data'),
    column('metadata'),
  ];
  await Promise.all([
    client.query({ name: 'insert events', text: insertSql, values }),
    client.query('COMMIT'),
  ]);
}
