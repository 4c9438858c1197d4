import type { EntityManager } from 'typeorm';
import { AlarmError } from './alarm.js';
import type { PageEvent } from './page-events.js';
import type { StreamHead } from './stream-heads.js';

/** Throws {@link AlarmError} where one of the events stands in the tree already. */
export async function writeLeaves(
  manager: EntityManager,
  tenant: string,
  events: readonly PageEvent[],
): Promise<void> {
  const written = await manager.query<unknown[]>(
    `INSERT INTO notary.leaf (tenant_id, index, event_id, position)
     SELECT $1, leaf.* FROM unnest($2::bigint[], $3::uuid[], $4::text[]) AS leaf
     ON CONFLICT (tenant_id, event_id) DO NOTHING
     RETURNING index`,
    [
      tenant,
      events.map(({ index }) => index),
      events.map(({ id }) => id),
      events.map(({ position }) => position),
    ],
  );
  if (written.length === events.length) return;
  const [fromIndex, toIndex] = [events[0]?.index ?? 0, events.at(-1)?.index ?? 0];
  throw new AlarmError({ code: 'event-repeated', facts: { fromIndex, toIndex } });
}

/** The last notarised events of those of the streams that have any. */
export async function readStreamHeads(
  manager: EntityManager,
  tenant: string,
  events: readonly PageEvent[],
): Promise<readonly StreamHead[]> {
  const streams = [...new Set(events.map(({ stream }) => stream))];
  return manager.query(
    `SELECT stream, revision, encode(hash, 'hex') AS hash FROM notary.stream
     WHERE tenant_id = $1 AND stream = ANY ($2)`,
    [tenant, streams],
  );
}

export async function writeStreamHeads(
  manager: EntityManager,
  tenant: string,
  heads: readonly StreamHead[],
): Promise<void> {
  await manager.query(
    `INSERT INTO notary.stream (tenant_id, stream, revision, hash)
     SELECT $1, stream, revision, decode(hash, 'hex')
     FROM unnest($2::text[], $3::int[], $4::text[]) AS head (stream, revision, hash)
     ON CONFLICT (tenant_id, stream) DO UPDATE SET revision = excluded.revision, hash = excluded.hash`,
    [
      tenant,
      heads.map(({ stream }) => stream),
      heads.map(({ revision }) => revision),
      heads.map(({ hash }) => hash),
    ],
  );
}
