import type { EventStore, Position, SealedEvent } from '#libs/event-store';
import { hashesEqual, leafHash, type Hash } from '#libs/proof';
import type { EntityManager } from 'typeorm';
import { readBehind } from './read-behind.adapter.js';
import type { Shown } from './proof-rejections.js';

/** The index of an event's leaf; null where it has none. */
export async function indexOf(
  manager: EntityManager,
  tenant: string,
  eventId: string,
): Promise<number | null> {
  const [leaf] = await manager.query<{ index: number }[]>(
    'SELECT index::float8 AS index FROM notary.leaf WHERE tenant_id = $1 AND event_id = $2',
    [tenant, eventId],
  );
  return leaf?.index ?? null;
}

/**
 * As many events as there are leaves, from that index on, straight from the log. Refused where one of them is not what
 * the leaf of its index was made of.
 */
export async function eventsOf(
  manager: EntityManager,
  store: EventStore,
  tenant: string,
  {
    from,
    leaves,
    contents,
  }: { readonly from: number; readonly leaves: readonly Hash[]; readonly contents: boolean },
): Promise<Shown<readonly SealedEvent[]>> {
  const after = from === 0 ? undefined : await positionOf(manager, tenant, from - 1);
  const { events } = await readBehind(store, tenant, { after, limit: leaves.length, contents });
  const altered = leaves.findIndex((leaf, n) => !hashesEqual(leafHash(events[n]?.envelope ?? ''), leaf));
  if (altered < 0) return { answer: events };
  return { rejection: { code: 'log-altered', facts: { index: from + altered } } };
}

async function positionOf(manager: EntityManager, tenant: string, index: number): Promise<Position> {
  const [leaf] = await manager.query<{ position: Position }[]>(
    'SELECT position FROM notary.leaf WHERE tenant_id = $1 AND index = $2',
    [tenant, index],
  );
  if (!leaf) throw new Error(`The tree of ${tenant} has no leaf ${index}.`);
  return leaf.position;
}
