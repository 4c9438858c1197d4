import { randomUUID } from 'node:crypto';
import { Logger } from '@nestjs/common';
import pg from 'pg';
import { freshDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { LogNotices } from './log-notices.adapter.js';
import { openPersistence } from './open-persistence.adapter.js';

let database: TestDatabase;
const warnings: unknown[] = [];

beforeAll(async () => {
  database = await freshDatabase();
  Logger.overrideLogger({
    log: () => undefined,
    error: () => undefined,
    warn: (text) => warnings.push(text),
  });
});
beforeEach(() => warnings.splice(0));
afterAll(async () => {
  Logger.overrideLogger(false);
  await database.drop();
});

async function asAdmin(...statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

/** What is told of the log when a process has opened it so. */
async function toldOf(databaseUrl: string): Promise<readonly unknown[]> {
  const persistence = await openPersistence({ databaseUrl, eventStoreUrl: null });
  try {
    await new LogNotices(persistence).tell();
  } finally {
    await persistence.store.close();
    await persistence.dataSource.destroy();
  }
  return warnings;
}

describe('what is told of the log at the start', () => {
  it('is a warning where the database lets its user change events', async () => {
    const owner = `owner_${randomUUID().replaceAll('-', '')}`;
    const url = new URL(database.url);
    const name = url.pathname.slice(1);
    await asAdmin(
      `CREATE ROLE ${owner} LOGIN PASSWORD 'secret'`,
      `GRANT CREATE ON DATABASE ${name} TO ${owner}`,
      `GRANT CREATE ON SCHEMA public TO ${owner}`,
    );
    [url.username, url.password] = [owner, 'secret'];
    try {
      expect(await toldOf(url.href)).toEqual([
        expect.stringMatching(`^Loggen skyddas bara av sin utlösare: användaren ${owner} i databasen `),
      ]);
    } finally {
      await asAdmin(`DROP OWNED BY ${owner} CASCADE`, `DROP ROLE ${owner}`);
    }
  });

  it('is nothing where the connections have given that right up', async () => {
    expect(await toldOf(database.url)).toEqual([]);
  });
});
