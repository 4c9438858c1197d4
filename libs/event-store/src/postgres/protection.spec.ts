import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { freshDatabase } from '../../../../test/support/database.js';
import { erasureStream, erasureType } from '../erasure.js';
import { PostgresEventStore } from '../postgres.adapter.js';
import { migrate, PostgresUnderTest } from '../testing/postgres-under-test.js';
import { collect } from '../testing/reading.js';
import { appendTo, decided, newEvent, newTenant } from '../testing/sample-append.js';
import { appRole } from './app-role.js';

const refused = '42501';

/** Runs statements as one user, in the role given. Resolves to the last one's rows. */
async function run(url: string, ...statements: readonly string[]): Promise<readonly unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    let rows: readonly unknown[] = [];
    for (const statement of statements) ({ rows } = await client.query<Record<string, unknown>>(statement));
    return rows;
  } finally {
    await client.end();
  }
}

const stream = { tenant: newTenant(), name: 'budget-SN.2023' };
const changes = [
  `UPDATE event_store.event SET envelope = replace(envelope, 'SN', 'BUN')`,
  'UPDATE event_store.event SET citation = NULL',
  'DELETE FROM event_store.event',
  'TRUNCATE event_store.event',
  `INSERT INTO event_store.event SELECT * FROM event_store.event ON CONFLICT (tenant_id, id) DO UPDATE SET type = '-'`,
];
/** The store may destroy contents, which only a recorded decision allows. */
const erasures = [
  `UPDATE event_store.event SET content = '{}'`,
  'UPDATE event_store.event SET content = NULL, salt = NULL',
  'UPDATE event_store.event SET salt = repeat(salt, 1)',
];

describe('what was recorded', () => {
  let opened: PostgresUnderTest;
  beforeAll(async () => {
    opened = await PostgresUnderTest.open();
    await opened.store.append(appendTo(stream));
  });
  afterAll(() => opened.close());

  it.each(changes)('cannot be changed by the store: %s', async (change) => {
    const attempt = run(opened.database.url, `SET ROLE ${appRole}`, change);

    await expect(attempt).rejects.toMatchObject({
      code: refused,
      message: expect.stringMatching(/^permission/),
    });
  });

  it.each(erasures)('cannot be changed by the store without a decision: %s', async (change) => {
    const attempt = run(opened.database.url, `SET ROLE ${appRole}`, change);

    await expect(attempt).rejects.toMatchObject({ code: refused });
    expect(await collect(opened.store.readStream(stream))).toMatchObject([{ data: decided.data }]);
  });

  it.each([...changes, ...erasures])('cannot be changed by its owner: %s', async (change) => {
    const attempt = run(opened.database.url, change);

    await expect(attempt).rejects.toMatchObject({
      code: refused,
      message: expect.stringMatching(/^Events are never changed/),
    });
    expect(await collect(opened.store.readStream(stream))).toHaveLength(1);
  });

  it('is erased by its owner only where every event of the statement is named, and nothing else changes', async () => {
    const named = newTenant();
    await opened.store.append(appendTo({ tenant: named, name: 'budget-SN.2023' }));
    const [event] = await collect(opened.store.readStream({ tenant: named, name: 'budget-SN.2023' }));
    const events = [{ id: event!.record.id, stream: event!.record.stream, revision: 0, type: event!.type }];
    const decision = newEvent({ type: erasureType, data: { events, reason: 'Gallring' } });
    await opened.store.append(appendTo({ tenant: named, name: erasureStream }, { events: [decision] }));
    const erase = 'UPDATE event_store.event SET content = NULL, salt = NULL';
    const it = `WHERE id = '${event!.record.id}'`;

    for (const attempt of [
      `${erase} WHERE tenant_id = '${named}'`,
      `${erase} WHERE id IN ('${event!.record.id}', (SELECT id FROM event_store.event WHERE tenant_id = '${stream.tenant}'))`,
      `${erase}, type = '-' ${it}`,
      `${erase}, tenant_id = 'elsewhere' ${it}`,
    ]) {
      await expect(run(opened.database.url, attempt)).rejects.toMatchObject({ code: refused });
    }
    await run(opened.database.url, `${erase} ${it}`);
    expect((await opened.store.findEvent(named, event!.record.id))?.record.erased).toBe(true);
  });

  it('cannot be changed where replication has turned other triggers off', async () => {
    const attempt = run(opened.database.url, 'SET session_replication_role = replica', changes[0]!);

    await expect(attempt).rejects.toMatchObject({ code: refused });
  });

  it.each([
    'ALTER TABLE event_store.event DISABLE TRIGGER events_are_never_changed',
    'DROP TABLE event_store.event',
    'DELETE FROM event_store.log_head',
    'TRUNCATE event_store.log_head',
    'CREATE TABLE event_store.other ()',
  ])('cannot be touched by the store in any other way: %s', async (statement) => {
    const attempt = run(opened.database.url, `SET ROLE ${appRole}`, statement);

    await expect(attempt).rejects.toMatchObject({ code: refused });
  });

  it('is written by connections that have given up the right to change it', async () => {
    expect(await opened.store.privileges()).toEqual({ role: appRole, mayChangeEvents: false });
  });
});

describe('the migration', () => {
  it('is run by several databases of a server at the same time', async () => {
    const databases = await Promise.all([1, 2, 3].map(() => freshDatabase()));
    await Promise.all(databases.map(({ url }) => migrate(url)));

    for (const database of databases) {
      const store = new PostgresEventStore({ connection: database.url });
      expect(await store.privileges()).toEqual({ role: appRole, mayChangeEvents: false });
      await store.close();
      await database.drop();
    }
  });

  it('does without the role where it may neither create nor grant it, and the store tells', async () => {
    const database = await freshDatabase();
    const owner = `owner_${randomUUID().replaceAll('-', '')}`;
    const url = new URL(database.url);
    await run(
      database.url,
      `CREATE ROLE ${owner} LOGIN PASSWORD 'secret'`,
      `GRANT CREATE ON DATABASE ${url.pathname.slice(1)} TO ${owner}`,
      `GRANT CREATE ON SCHEMA public TO ${owner}`,
    );
    [url.username, url.password] = [owner, 'secret'];
    await migrate(url.href);

    const store = new PostgresEventStore({ connection: url.href });
    expect(await store.privileges()).toEqual({ role: owner, mayChangeEvents: true });
    expect(await store.append(appendTo(stream))).toMatchObject({ outcome: 'appended', revision: 0 });
    await store.close();
    await expect(run(url.href, changes[0]!)).rejects.toMatchObject({ code: refused });

    await run(database.url, `DROP OWNED BY ${owner} CASCADE`, `DROP ROLE ${owner}`);
    await database.drop();
  });
});
