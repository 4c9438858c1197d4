import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import pg from 'pg';
import { freshDatabase } from '../support/database.js';
import { runSourceToEnd, spawnSource } from '../support/paragraf-process.js';

const main = 'apps/api/src/main.ts';
const committees = '/api/v1/alingsas/committees';
const patienceMs = 120_000;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'paragraf-startup-'));
  // Under root the database runs as a user of its own, who has to reach its folder.
  await chmod(folder, 0o755);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const dataDir = (name: string) => join(folder, name);

/** A server that listens. */
async function serving(settings: Record<string, string>) {
  const child = spawnSource(main, [], { PORT: '0', ...settings });
  const ended = once(child, 'close').then(([code]: unknown[]) => code);
  for await (const line of createInterface({ input: child.stdout as Readable })) {
    const url = /lyssnar på (http:\/\/[\d.]+:\d+)/.exec(line)?.[1];
    if (url) return { url, pid: child.pid, end: (signal: NodeJS.Signals) => child.kill(signal) && ended };
  }
  throw new Error(`The server ended with ${String(await ended)}.`);
}

/** Refused in one sentence, without a stack trace. */
async function refusal(settings: Record<string, string>): Promise<string> {
  const { code, stdout, stderr } = await runSourceToEnd(main, [], { PORT: '0', ...settings });
  expect({ code, stdout, lines: stderr.trim().split('\n').length }).toEqual({
    code: 1,
    stdout: '',
    lines: 1,
  });
  expect(stderr).toMatch(/^Paragraf startade inte: [A-ZÅÄÖ].*\.\n$/);
  return stderr;
}

/** The port that the embedded database noted when it started; null where it has stopped as it should. */
async function databasePort(name: string): Promise<number | null> {
  const noted = await readFile(join(dataDir(name), 'postgres/cluster/postmaster.pid'), 'utf8').catch(
    () => null,
  );
  return noted === null ? null : Number(noted.split('\n')[3]);
}

async function answers(port: number | null): Promise<boolean> {
  const socket = connect({ port: port ?? 0, host: '127.0.0.1' });
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

describe('the embedded database', () => {
  it(
    'keeps what was recorded over a stop, and runs no longer than the server',
    async () => {
      const first = await serving({ PARAGRAF_DATA_DIR: dataDir('kept') });
      const body = JSON.stringify({ code: 'SN', name: 'Socialnämnden', validFrom: '2019-01-01' });
      const posted = await fetch(first.url + committees, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      });
      const port = await databasePort('kept');
      expect(await answers(port)).toBe(true);
      const code = await first.end('SIGTERM');

      expect([posted.status, code]).toEqual([201, 0]);
      expect([await answers(port), await databasePort('kept')]).toEqual([false, null]);

      const second = await serving({ PARAGRAF_DATA_DIR: dataDir('kept') });
      const kept = (await (await fetch(second.url + committees)).json()) as { items: object[] };
      expect(kept.items).toMatchObject([{ code: 'SN', name: 'Socialnämnden' }]);
      expect(await second.end('SIGINT')).toBe(0);
    },
    patienceMs,
  );

  it(
    'is taken over where the server before was killed',
    async () => {
      const killed = await serving({ PARAGRAF_DATA_DIR: dataDir('killed') });
      const port = await databasePort('killed');
      await killed.end('SIGKILL');
      expect(await answers(port)).toBe(true);

      const next = await serving({ PARAGRAF_DATA_DIR: dataDir('killed') });
      const answer = await fetch(next.url + committees);
      expect([answer.status, await next.end('SIGTERM')]).toEqual([200, 0]);
      expect([await answers(port), await databasePort('killed')]).toEqual([false, null]);
    },
    patienceMs,
  );

  it(
    'belongs to one server at a time',
    async () => {
      const owner = await serving({ PARAGRAF_DATA_DIR: dataDir('owned') });

      expect(await refusal({ PARAGRAF_DATA_DIR: dataDir('owned') })).toContain(
        `används redan av process ${owner.pid}`,
      );
      expect((await fetch(`${owner.url}/health/live`)).status).toBe(200);

      await owner.end('SIGTERM');
    },
    patienceMs,
  );

  it(
    'does not outlive a start that fails',
    async () => {
      const taken = createServer();
      await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
      const { port } = taken.address() as AddressInfo;

      expect(await refusal({ PARAGRAF_DATA_DIR: dataDir('failed'), PORT: String(port) })).toContain(
        `Port ${port} på 127.0.0.1 är upptagen`,
      );
      expect(await databasePort('failed')).toBeNull();

      taken.close();
    },
    patienceMs,
  );

  it(
    'is refused where another version of PostgreSQL made it',
    async () => {
      await mkdir(join(dataDir('old'), 'postgres/cluster'), { recursive: true });
      await writeFile(join(dataDir('old'), 'postgres/cluster/PG_VERSION'), '13\n');

      expect(await refusal({ PARAGRAF_DATA_DIR: dataDir('old') })).toContain('är skapad av PostgreSQL 13');
    },
    patienceMs,
  );

  it(
    'is refused where its folder cannot be made',
    async () => {
      await writeFile(dataDir('file'), '');

      expect(await refusal({ PARAGRAF_DATA_DIR: join(dataDir('file'), 'data') })).toContain(
        'går inte att skriva i',
      );
    },
    patienceMs,
  );
});

describe('a database of the user’s own', () => {
  it(
    'is refused where it cannot be reached, entered or found',
    async () => {
      const database = await freshDatabase();
      const { url } = database;
      const changed = (change: (url: URL) => void) => {
        const other = new URL(url);
        change(other);
        return other.href;
      };
      const unreachable = changed((other) => (other.port = '1'));
      const locked = changed((other) => (other.password = 'hemligt'));
      const missing = changed((other) => (other.pathname = '/finns_inte'));

      const refusals = await Promise.all(
        [unreachable, locked, missing].map((DATABASE_URL) => refusal({ DATABASE_URL })),
      );
      expect(refusals[0]).toContain('svarar inte (ECONNREFUSED)');
      expect(refusals[1]).toContain('tar inte emot användarnamnet eller lösenordet');
      expect(refusals[2]).toContain('Databasen finns_inte finns inte');
      expect(refusals.join('')).not.toContain('hemligt');

      await database.drop();
    },
    patienceMs,
  );

  it(
    'is refused where a newer version has changed it',
    async () => {
      const database = await freshDatabase();
      const { url } = database;
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      await client.query(
        'CREATE TABLE schema_migration (id serial PRIMARY KEY, timestamp bigint, name text)',
      );
      await client.query(`INSERT INTO schema_migration (timestamp, name) VALUES (9, 'FromTheFuture9')`);
      await client.end();

      expect(await refusal({ DATABASE_URL: url })).toContain('nyare version av Paragraf (FromTheFuture9)');

      await database.drop();
    },
    patienceMs,
  );
});

describe('settings', () => {
  it(
    'are refused together where they are malformed or misspelt',
    async () => {
      expect(await refusal({ PORT: 'http', PARAGRAF_DATADIR: '/data' })).toMatch(
        /PORT ska vara .* PARAGRAF_DATADIR är ingen/,
      );
    },
    patienceMs,
  );

  it(
    'name the file of the notary’s key where it has none',
    async () => {
      const database = await freshDatabase();
      const keyFile = dataDir('no-key.pem');
      await writeFile(keyFile, 'hemligt', { mode: 0o600 });

      const refused = await refusal({ DATABASE_URL: database.url, PARAGRAF_NOTARY_KEY_FILE: keyFile });
      expect(refused).toContain(`${keyFile} (PARAGRAF_NOTARY_KEY_FILE) ska vara en privat Ed25519-nyckel`);
      expect(refused).not.toContain('hemligt');

      await database.drop();
    },
    patienceMs,
  );
});
