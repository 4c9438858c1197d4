import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { sealedSample } from './sample-append.js';

const rowsAStatement = 1_000;
const statements = 20;

const insert = `
  INSERT INTO event_store.event (tenant_id, recorded_at, position, stream, revision, id, type, effective_on,
    actor_id, command_id, citation, content, salt, envelope)
  SELECT $1, now(), n, 'followUp-SN.' || n, 0, id, 'ForecastSubmitted', '2023-09-19', 'bench', id, NULL, content, salt, envelope
  FROM unnest($2::bigint[], $3::uuid[], $4::text[], $5::text[], $6::text[]) AS row (n, id, content, salt, envelope)`;

/** The most that this table takes: statements of 1,000 rows on one connection, each its own transaction. */
export async function bulkInsertPerSecond(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const tenant = `bulk-${randomUUID()}`;
  const batches = Array.from({ length: statements }, (_, batch) => columns(batch * rowsAStatement));
  const start = performance.now();
  for (const batch of batches) await client.query(insert, [tenant, ...batch]);
  const seconds = (performance.now() - start) / 1_000;
  await client.end();
  return (statements * rowsAStatement) / seconds;
}

/** Made before the clock starts: the limit is the table's, not that of making and sealing events. */
function columns(first: number): unknown[][] {
  const numbers = Array.from({ length: rowsAStatement }, (_, n) => first + n + 1);
  const sealed = numbers.map((n) => sealedSample(n));
  return [
    numbers,
    numbers.map(() => randomUUID()),
    sealed.map(({ content }) => content),
    sealed.map(({ salt }) => salt),
    sealed.map(({ envelope }) => envelope),
  ];
}
