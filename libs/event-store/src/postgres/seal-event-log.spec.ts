import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { dataHashOf, hashOfEnvelope, parseEnvelope } from '#libs/proof';
import { freshDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { PostgresEventStore } from '../postgres.adapter.js';
import { migrate } from '../testing/postgres-under-test.js';
import { readAll } from '../testing/reading.js';
import { appendTo } from '../testing/sample-append.js';
import { CreateEventLog1795305600000 } from './create-event-log.adapter.js';

/** Two municipalities' logs, longer than a page, as the version before envelopes wrote them. */
const events = 1_203;
const tenants = ['alingsas', 'lerum'];
const streamOf = (n: number) => `budget-SN.${2020 + (n % 3)}`;

async function emptyEarlierVersion(): Promise<TestDatabase> {
  const database = await freshDatabase();
  const source = new DataSource({
    type: 'postgres',
    url: database.url,
    migrations: [CreateEventLog1795305600000],
  });
  await source.initialize();
  await source.runMigrations();
  await source.destroy();
  return database;
}

async function logOfEarlierVersion(): Promise<TestDatabase> {
  const database = await emptyEarlierVersion();
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  for (const tenant of tenants) for (let n = 0; n < events; n += 1) await insertUnsealed(client, tenant, n);
  await client.end();
  return database;
}

async function insertUnsealed(
  client: pg.Client,
  tenant: string,
  n: number,
  data = JSON.stringify({ n, amountOre: 100 * n }),
): Promise<void> {
  const time = new Date(Date.UTC(2023, 0, 1) + n * 1_000).toISOString();
  const basis =
    n % 2 === 0
      ? { kind: 'decision', citation: 'SN 2023-09-19, § 46', effectiveOn: '2023-09-19' }
      : { kind: 'uncited', reason: 'okänd paragraf', effectiveOn: '2023-01-01' };
  const commandId = randomUUID();
  const actor = { id: 'local', role: 'controller', committee: null };
  const given = { actor, commandId, correlationId: commandId, causationId: null, requestHash: null };
  const metadata = { schemaVersion: 1, basis, ...given, warnings: [] };
  await client.query(
    `INSERT INTO event_store.log_head VALUES ($1, $2, $3)
     ON CONFLICT (tenant_id) DO UPDATE SET position = $2, recorded_at = $3`,
    [tenant, n + 1, time],
  );
  await client.query(
    `INSERT INTO event_store.event VALUES ($1, $2, $3, $4, $5, 'BudgetReallocated', $6, $7, 'local', $8, $9, $10, $11)`,
    [
      tenant,
      n + 1,
      streamOf(n),
      Math.floor(n / 3),
      randomUUID(),
      time,
      basis.effectiveOn,
      commandId,
      basis.citation ?? null,
      data,
      JSON.stringify(metadata),
    ],
  );
}

describe('a log of the version before envelopes', () => {
  let database: TestDatabase;
  let store: PostgresEventStore;
  const before = new Date().toISOString();
  beforeAll(async () => {
    database = await logOfEarlierVersion();
    await migrate(database.url);
    store = new PostgresEventStore({ connection: database.url });
  });
  afterAll(async () => {
    await store.close();
    await database.drop();
  });

  it.each(tenants)('is sealed as it stands when it is migrated: %s', async (tenant) => {
    const { events: sealed } = await store.readSealed(tenant, { limit: 10_000 });
    const last = new Map<string, string>();
    for (const [n, { envelope, content, salt }] of sealed.entries()) {
      const { stream, revision, prev, dataHash, sealedAt, recordedAt } = parseEnvelope(envelope);
      expect([stream, revision]).toEqual([`${tenant}:${streamOf(n)}`, Math.floor(n / 3)]);
      expect(prev).toBe(last.get(stream) ?? null);
      last.set(stream, hashOfEnvelope(envelope));
      expect(dataHash).toBe(dataHashOf(salt!, content!));
      expect(recordedAt < before && sealedAt! >= before).toBe(true);
    }
    expect(sealed).toHaveLength(events);
  });

  it('reads as before, and goes on', async () => {
    const log = await readAll(store, 'alingsas');
    expect(log.map(({ data }) => data)).toEqual(log.map((_, n) => ({ n, amountOre: 100 * n })));
    expect(log.slice(0, 2).map(({ basis }) => basis)).toEqual([
      { kind: 'decision', citation: 'SN 2023-09-19, § 46', effectiveOn: '2023-09-19' },
      { kind: 'uncited', reason: 'okänd paragraf', effectiveOn: '2023-01-01' },
    ]);

    const stream = { tenant: 'alingsas', name: streamOf(0) };
    await store.append(appendTo(stream, { expected: events / 3 - 1 }));

    const { events: sealed } = await store.readSealed('alingsas', { after: String(events - 3), limit: 10 });
    const [previous, own] = [sealed[0]!, sealed.at(-1)!].map(({ envelope }) => envelope);
    expect(parseEnvelope(own!)).not.toHaveProperty('sealedAt');
    expect(parseEnvelope(own!).prev).toBe(hashOfEnvelope(previous!));
  });
});

it('a log that cannot be sealed stays as it was', async () => {
  const database = await emptyEarlierVersion();
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await insertUnsealed(client, 'alingsas', 0);
  await insertUnsealed(client, 'alingsas', 1, '{"comment": "\\ud83d"}');

  await expect(migrate(database.url)).rejects.toMatchObject({
    name: 'UnsealableEventError',
    tenant: 'alingsas',
    position: '2',
  });

  const { rows } = await client.query('SELECT data FROM event_store.event ORDER BY position');
  expect(rows).toEqual([{ data: { n: 0, amountOre: 0 } }, { data: { comment: '\ud83d' } }]);
  await client.end();
  await database.drop();
});
