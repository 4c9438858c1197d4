import type { EventStore, LogHead, Position } from '#libs/event-store';
import type { Instant } from '#libs/kernel';
import type { EntityManager } from 'typeorm';
import type { Alarm } from './alarm.js';
import { notarisedLogEntity } from './notarised-log.entity.js';
import { nothingNotarised, type NotarisedLog } from './notarised-log.js';
import { readBehind } from './read-behind.adapter.js';

/** How a municipality's log is notarised, whichever process does it. */
export interface LogStatus {
  readonly tenant: string;
  /** Events in the tree. */
  readonly size: number;
  /** Of these, the events under the last checkpoint. */
  readonly signedSize: number;
  readonly signedAt: Instant | null;
  /** Recorded events that no checkpoint covers; not counted beyond {@link maxCounted}. */
  readonly unsigned: number;
  /** When the first of them was recorded; null where there is none. */
  readonly unsignedSince: Instant | null;
  readonly alarm: { readonly cause: Alarm; readonly since: Instant } | null;
}

/** Enough to see that a notary is behind; to count further would read the whole log. */
export const maxCounted = 1_000;

/** Of every municipality that has, or had, a log. */
export async function statusOf(manager: EntityManager, store: EventStore): Promise<readonly LogStatus[]> {
  const heads = await store.heads();
  const logs = await manager.find(notarisedLogEntity);
  const signed = await signedPositions(manager);
  const known = new Map(
    [...heads.map(({ tenant }) => nothingNotarised(tenant)), ...logs].map((log) => [log.tenant, log]),
  );
  return Promise.all(
    [...known.values()].map(async (log) => ({
      ...factsOf(log),
      ...(await lagOf(store, log, signed.get(log.tenant), heads)),
    })),
  );
}

function factsOf({ tenant, size, signedSize, signedAt, alarm, alarmedAt }: NotarisedLog) {
  return {
    tenant,
    size,
    signedSize,
    signedAt: signedAt?.toISOString() ?? null,
    alarm: alarm && alarmedAt ? { cause: alarm, since: alarmedAt.toISOString() } : null,
  };
}

async function lagOf(
  store: EventStore,
  { tenant }: NotarisedLog,
  signed: Position | undefined,
  heads: readonly LogHead[],
): Promise<Pick<LogStatus, 'unsigned' | 'unsignedSince'>> {
  const head = heads.find((candidate) => candidate.tenant === tenant)?.position;
  if (head === signed) return { unsigned: 0, unsignedSince: null };
  const { events } = await readBehind(store, tenant, { after: signed, limit: maxCounted, contents: false });
  return { unsigned: events.length, unsignedSince: recordedAt(events[0]?.envelope) };
}

/** Null where the envelope is none; that is for the notary to say. */
function recordedAt(envelope = '{}'): Instant | null {
  try {
    return (JSON.parse(envelope) as { recordedAt?: Instant }).recordedAt ?? null;
  } catch {
    return null;
  }
}

async function signedPositions(manager: EntityManager): Promise<ReadonlyMap<string, Position>> {
  const rows = await manager.query<{ tenant: string; position: Position }[]>(
    `SELECT tenant_id AS tenant, position FROM notary.log
     JOIN notary.leaf USING (tenant_id) WHERE index = signed_size - 1`,
  );
  return new Map(rows.map(({ tenant, position }) => [tenant, position]));
}
