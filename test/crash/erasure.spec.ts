import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { carryingOutLock } from '../../libs/audit/src/carry-out/carried-out.adapter.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';
import { tablesWith, until, type Erasures } from '../support/erasing.js';
import { startServerProcess, type ServerProcess } from '../support/paragraf-process.js';
import { send } from './client.js';

// Every server here is a process that starts and is killed.
import.meta.jest.setTimeout(120_000);

const secret = 'Uppgift om en enskild som inte skulle ha registrerats';
const municipality = '/alingsas';
const committee = `${municipality}/committees/SN`;

let database: TestDatabase;
let meddler: pg.Client;
let server: ServerProcess | undefined;

beforeEach(async () => {
  database = await freshDatabase();
  server = await startServerProcess({ DATABASE_URL: database.url });
  meddler = new pg.Client({ connectionString: database.url });
  await meddler.connect();
});
afterEach(async () => {
  await server?.kill();
  await meddler.end();
  await database.drop();
});

async function record(path: string, body: object): Promise<readonly string[]> {
  const answer = await send(server?.url ?? '', { key: randomUUID(), path, body });
  if (answer?.status !== 201) throw new Error(`${path} was not recorded: ${JSON.stringify(answer)}`);
  return answer.body.eventIds;
}

const ask = async <Body>(path: string): Promise<Body> =>
  (await (await fetch(`${server?.url}/api/v1${path}`)).json()) as Body;
const erasures = async () => (await ask<Erasures>(`${municipality}/erasures`)).items;
const isCarriedOut = async () => {
  const [erasure] = await erasures();
  return erasure?.isCarriedOut ?? false;
};
const secretTables = () => tablesWith(database.url, secret);

/** A paragraph with the secret in its text, which the read models have, and one that says to erase it. */
async function prepare(): Promise<string> {
  await record(`${municipality}/committees`, { code: 'SN', name: 'Nämnden', validFrom: '2019-01-01' });
  const minutes = { date: '2025-03-18', paragraph: 19, subject: 'Ärende', text: secret };
  const [id = ''] = await record(`${committee}/decisions`, minutes);
  await record(`${committee}/decisions`, { date: '2026-01-20', paragraph: 3, subject: 'Gallring' });
  await until(async () => (await secretTables()).length === 2);
  expect(await secretTables()).toEqual([
    'event_store.event',
    expect.stringMatching(/^read_model\.decisions__g\d+$/),
  ]);
  return id;
}

const erase = (id: string) =>
  send(server?.url ?? '', {
    key: 'gallring',
    path: `${municipality}/erasures`,
    body: { citation: 'SN 2026-01-20, § 3', events: [id], reason: 'Registrerat av misstag.' },
  });

async function restart(): Promise<void> {
  server = await startServerProcess({ DATABASE_URL: database.url });
}

describe('a server that is killed after it has recorded a decision to erase', () => {
  it('before anything is destroyed, carries it out when it starts again', async () => {
    const id = await prepare();
    await meddler.query('BEGIN');
    await meddler.query('SELECT FROM event_store.event WHERE id = $1 FOR UPDATE', [id]);
    const answered = erase(id);
    await until(async () => (await erasures()).length === 1);
    expect(await isCarriedOut()).toBe(false);
    await server?.kill();
    expect(await answered).toBeNull();
    // What the dead server has asked for would still be done once the row is free.
    await meddler.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND pid <> pg_backend_pid() AND wait_event_type = 'Lock'`,
    );
    await meddler.query('ROLLBACK');
    expect(await secretTables()).toHaveLength(2);

    await restart();
    await until(isCarriedOut);
    expect(await secretTables()).toEqual([]);
    expect(await erase(id)).toMatchObject({ status: 201, body: { revision: 0 } });
    expect(await erasures()).toHaveLength(1);
  });

  it('before the read models are built anew, carries that out when it starts again', async () => {
    const id = await prepare();
    await meddler.query('SELECT pg_advisory_lock($1)', [carryingOutLock]);
    expect(await erase(id)).toMatchObject({ status: 201 });
    await server?.kill();
    expect(await secretTables()).toEqual([expect.stringMatching(/^read_model\.decisions__g\d+$/)]);
    await meddler.query('SELECT pg_advisory_unlock($1)', [carryingOutLock]);

    await restart();
    await until(isCarriedOut);
    expect(await secretTables()).toEqual([]);
  });
});
