import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import pg from 'pg';

/** An empty database of one test file's own. */
export interface TestDatabase {
  readonly url: string;
  /** Another one that holds what this one does now, as a backup would. Nobody may be connected to this one. */
  copy(): Promise<TestDatabase>;
  /** Drops the database, closing whatever connections are still open to it. */
  drop(): Promise<void>;
}

/** Creates an empty database on the PostgreSQL server of this test run; the first call starts the server. */
export async function freshDatabase(): Promise<TestDatabase> {
  const adminUrl = await askForServer();
  return createDatabase(adminUrl, 'template1');
}

async function createDatabase(adminUrl: string, template: string): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await asAdmin(adminUrl, `CREATE DATABASE ${name} TEMPLATE ${template}`);
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  const copy = () => createDatabase(adminUrl, name);
  return {
    url: url.href,
    copy,
    drop: () => asAdmin(adminUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}

async function askForServer(): Promise<string> {
  const port = Number(process.env['PARAGRAF_TEST_DESK_PORT']);
  const answer = await text(connect(port, '127.0.0.1'));
  if (!answer.startsWith('postgres://')) throw new Error(answer);
  return answer;
}

async function asAdmin(adminUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
