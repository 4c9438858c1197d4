import { once } from 'node:events';
import { compareLogs } from '#libs/event-store';
import { openLog } from '#apps/api';
import { demoRequests } from '../../apps/cli/src/demo/demo-requests.js';
import { readReference } from '../../apps/cli/src/demo/reference.js';
import { EventStoreDbTestServer } from '../eventstoredb-server/server.js';
import { startApi, type TestApi } from '../support/api.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';
import { runSourceToEnd, spawnSource } from '../support/paragraf-process.js';

const cli = 'apps/cli/src/main.ts';
const tenant = 'alingsas';
// Each command is a process of its own, and slow machines take seconds to start one.
import.meta.jest.setTimeout(180_000);

let api: TestApi;
let server: EventStoreDbTestServer;
let copy: TestDatabase;

/** The reference committee's years in PostgreSQL; an empty EventStoreDB; an empty database. */
beforeAll(async () => {
  [api, server, copy] = await Promise.all([startApi(), EventStoreDbTestServer.start(), freshDatabase()]);
  for (const { path, body } of demoRequests(readReference())) await api.record(`/api/v1${path}`, body);
});

afterAll(async () => {
  server.kill();
  await Promise.all([api.close(), copy.drop()]);
});

const commandOf = (from: string, to: string) => ['copy-log', '--from', from, '--to', to, '-m', tenant];
const copyLog = (from: string, to: string) => runSourceToEnd(cli, commandOf(from, to), {});
const eventsIn = () => server.log.records.filter(({ stream }) => stream.startsWith(`${tenant}:`)).length;

async function eventsInBoth(from: string, to: string): Promise<number> {
  const [source, target] = await Promise.all(
    [from, to].map((url) => openLog(url, { named: 'test', prepare: false })),
  );
  try {
    return await compareLogs({ source: source!, target: target!, tenant });
  } finally {
    await Promise.all([source!.close(), target!.close()]);
  }
}

describe('a log that is copied from the command line', () => {
  it('is interrupted, and taken up where it ended', async () => {
    // Slow enough for the interruption to come in time.
    server.faults.delayMs = 20;
    const copying = spawnSource(cli, commandOf(api.databaseUrl, server.connectionString()), {});
    const ended = once(copying, 'close');
    while (eventsIn() < 5) await once(server.log, 'appended');
    copying.kill('SIGINT');
    expect(await ended).toEqual([130, null]);
    server.faults.delayMs = 0;

    const before = eventsIn();
    const { code, stdout, stderr } = await copyLog(api.databaseUrl, server.connectionString());
    const all = eventsIn();
    expect({ code, stdout, stderr }).toEqual({
      code: 0,
      stdout: `alingsas: ${all - before} händelser kopierades. Loggarna är lika: ${all} händelser.\n`,
      stderr: '',
    });
    expect(before).toBeGreaterThanOrEqual(5);
    expect(all).toBeGreaterThan(before);
  });

  it('comes back to another database as it was, and answers as it did', async () => {
    const there = await copyLog(server.connectionString(), copy.url);
    expect(there).toMatchObject({ code: 0, stderr: '' });
    expect(await eventsInBoth(api.databaseUrl, copy.url)).toBe(eventsIn());

    const asked = ['accuracy', '-c', 'SN', '-y', '2023'];
    const [original, copied] = [
      await runSourceToEnd(cli, asked, { DATABASE_URL: api.databaseUrl }),
      await runSourceToEnd(cli, asked, { DATABASE_URL: copy.url }),
    ];
    expect(copied).toEqual(original);
    expect(copied.stdout).toContain('0,06 %');
  });

  it('is refused where the target holds other events of the municipality, and changes nothing there', async () => {
    const other = await startApi();
    await other.record(`/api/v1/${tenant}/committees`, {
      code: 'BUN',
      name: 'Barn- och ungdomsnämnden',
      validFrom: '2019-01-01',
    });
    const { code, stdout, stderr } = await copyLog(server.connectionString(), other.databaseUrl);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^Loggen i --to har andra händelser för alingsas .*: händelse 1 är .*\.\n$/);
    const { body } = await other.get<{ items: object[] }>(`/api/v1/${tenant}/events`);
    expect(body.items).toHaveLength(1);
    await other.close();
  });

  it('is refused in one sentence where there is no such log, or its address is none', async () => {
    const empty = await freshDatabase();
    expect(await copyLog(empty.url, copy.url)).toEqual({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(
        /^I databasen .* finns ingen logg som går att läsa\. Kontrollera --from\.\n$/,
      ),
    });
    expect(await copyLog('http://u:hemligt@localhost', copy.url)).toEqual({
      code: 2,
      stdout: '',
      stderr: expect.not.stringContaining('hemligt'),
    });
    await empty.drop();
  });
});
