import type { QueryRunner } from 'typeorm';
import { hashOfEnvelope } from '#libs/proof';
import { parseStreamName, type Basis } from '#libs/kernel';
import { encodeEvent, sealAt, type EncodedEvent } from '../encoded-event.js';
import { UnsealableEventError } from '../errors.js';
import type { AppendMetadata } from '../event-store.js';
import { newSalt } from '../salts.adapter.js';

const pageSize = 1_000;

/** A row as earlier versions wrote it. */
interface UnsealedRow {
  readonly tenant_id: string;
  readonly position: string;
  readonly stream: string;
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  readonly recorded_at: Date;
  readonly data: unknown;
  readonly metadata: AppendMetadata & { readonly schemaVersion: number; readonly basis: Basis };
}

const readSql = `
  SELECT tenant_id, position, stream, revision, id, type, recorded_at, data, metadata
  FROM event_store.unsealed_event WHERE tenant_id = $1 AND position > $2 ORDER BY position LIMIT ${pageSize}`;

const insertSql = `
  INSERT INTO event_store.event (tenant_id, position, stream, revision, id, type, recorded_at, effective_on, actor_id,
    command_id, citation, content, salt, envelope)
  SELECT e.tenant_id, e.position, e.stream, e.revision, e.id, e.type, e.recorded_at, e.effective_on, e.actor_id,
    e.command_id, e.citation, sealed.content, sealed.salt, sealed.envelope
  FROM unnest($2::bigint[], $3::text[], $4::text[], $5::text[]) AS sealed (position, content, salt, envelope)
  JOIN event_store.unsealed_event AS e ON e.tenant_id = $1 AND e.position = sealed.position`;

/** Seals what earlier versions have recorded, municipality by municipality in the order of its log. */
export async function sealEarlierEvents(runner: QueryRunner): Promise<void> {
  const sealedAt = new Date().toISOString();
  const tenants = (await runner.query('SELECT tenant_id AS tenant FROM event_store.log_head')) as {
    readonly tenant: string;
  }[];
  for (const { tenant } of tenants) await sealLog(runner, tenant, sealedAt);
}

async function sealLog(runner: QueryRunner, tenant: string, sealedAt: string): Promise<void> {
  const hashes = new Map<string, string>();
  for (let after: string | null = '0'; after !== null;) {
    const rows = (await runner.query(readSql, [tenant, after])) as readonly UnsealedRow[];
    if (rows.length === 0) break;
    const sealed = rows.map((row) => sealRow(row, hashes, sealedAt));
    await runner.query(insertSql, [
      tenant,
      rows.map(({ position }) => position),
      sealed.map(({ content }) => content),
      sealed.map(({ salt }) => salt),
      sealed.map(({ envelope }) => envelope),
    ]);
    after = rows.at(-1)?.position ?? null;
  }
}

/** `hashes` are those of the streams' last envelopes, and is kept up to date. */
function sealRow(row: UnsealedRow, hashes: Map<string, string>, sealedAt: string) {
  const { revision } = row;
  const encoded = encodeRow(row);
  const place = { revision, recordedAt: row.recorded_at.toISOString(), prev: hashes.get(row.stream) ?? null };
  const stream = { tenant: row.tenant_id, name: row.stream };
  const envelope = sealAt({ ...encoded, facts: { ...encoded.facts, sealedAt } }, stream, place);
  hashes.set(row.stream, hashOfEnvelope(envelope));
  return { content: encoded.content, salt: encoded.salt, envelope };
}

function encodeRow({
  tenant_id: tenant,
  position,
  stream,
  id,
  type,
  data,
  metadata,
}: UnsealedRow): EncodedEvent {
  const { schemaVersion, basis, ...append } = metadata;
  const { committee } = parseStreamName(stream);
  try {
    return encodeEvent({ id, event: { type, data, basis }, schemaVersion }, append, committee, newSalt());
  } catch (cause) {
    throw new UnsealableEventError(tenant, position, { cause });
  }
}
