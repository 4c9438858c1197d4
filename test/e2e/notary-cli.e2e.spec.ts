import { once } from 'node:events';
import { chmod, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { newNotaryKey } from '#libs/notary';
import { openCheckpoint, parseVerifierKey } from '#libs/proof';
import pg from 'pg';
import { startApi, type TestApi } from '../support/api.js';
import { runSourceToEnd, spawnSource } from '../support/paragraf-process.js';

const cli = 'apps/cli/src/main.ts';
// Each command is a process of its own, and slow machines take seconds to start one.
import.meta.jest.setTimeout(240_000);
let api: TestApi;
const key = newNotaryKey();

/** The server leaves notarising to the commands. */
beforeAll(async () => {
  const notary = { run: false, key: null, keyFile: null, origin: 'paragraf.local', witnesses: [] };
  api = await startApi({ config: { notary } });
  for (const code of ['SN', 'KF', 'VON']) await record(code);
});

afterAll(() => api.close());

const record = (code: string) =>
  api.record('/api/v1/alingsas/committees', { code, name: `Nämnden ${code}`, validFrom: '2019-01-01' });
const environment = () => ({ DATABASE_URL: api.databaseUrl, PARAGRAF_NOTARY_KEY: key });
const paragraf = (...args: readonly string[]) => runSourceToEnd(cli, args, environment());

async function query(statement: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: api.databaseUrl });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
}

describe('the notary from the command line', () => {
  it('signs a log that has grown, and prints what it has signed', async () => {
    const printed = await paragraf('notary-key');
    expect(printed).toMatchObject({ code: 0, stderr: '' });
    const verifierKey = parseVerifierKey(printed.stdout.trim());
    expect(verifierKey.name).toBe('paragraf.local/alingsas');

    const first = await paragraf('checkpoint');
    expect(first).toMatchObject({ code: 0, stderr: '' });
    expect(openCheckpoint(first.stdout, verifierKey).size).toBe(3);
    expect((await paragraf('checkpoint', '-m', 'alingsas')).stdout).toBe(first.stdout);
    await record('BUN');
    expect(openCheckpoint((await paragraf('checkpoint')).stdout, verifierKey).size).toBe(4);
  });

  it('takes in what there is, and ends', async () => {
    await record('KUN');
    const { code, stdout } = await paragraf('notary', '--once');
    expect([code, stdout]).toEqual([
      0,
      expect.stringMatching(/^alingsas: 5 händelser, underskrivna 20\S+Z\.\n$/),
    ]);
  });

  it('follows the log until the user has seen enough', async () => {
    const following = spawnSource(cli, ['notary'], environment());
    if (!following.stderr) throw new Error('The command says nothing.');
    await once(createInterface(following.stderr), 'line');
    await record('TN');
    for (let size: unknown = 0; size !== 6;) {
      size = (await query('SELECT size::int FROM notary.log'))[0]?.['size'];
    }
    following.kill('SIGINT');
    expect(await once(following, 'close')).toEqual([130, null]);
  });

  it('prints what another has signed where it has no key, and says where nobody has', async () => {
    const keyless = (...args: readonly string[]) =>
      runSourceToEnd(cli, args, { DATABASE_URL: api.databaseUrl });
    expect(await keyless('checkpoint')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('/alingsas\n'),
    });
    const refused = {
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(/^Notarien har ingen nyckel\. Ange .*\n$/),
    };
    expect(await keyless('notary', '--once')).toMatchObject(refused);
    expect(await keyless('notary-key')).toMatchObject(refused);
  });

  it('leaves a log alone that is signed under another name, until it is told to go on', async () => {
    const renamed = (...args: readonly string[]) =>
      runSourceToEnd(cli, args, { ...environment(), PARAGRAF_ORIGIN: 'paragraf.alingsas.se' });
    const before = await paragraf('checkpoint');
    expect(await renamed('checkpoint')).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(
        /granskas med paragraf\.local\/alingsas\+.*men här blir det paragraf\.alingsas/,
      ),
    });
    expect((await paragraf('checkpoint')).stdout).toBe(before.stdout);

    await record('ÖN');
    expect((await renamed('notary', '--once', '--new-key')).code).toBe(0);
    expect((await renamed('checkpoint')).stdout).toMatch(/^paragraf\.alingsas\.se\/alingsas\n7\n/);
    expect((await paragraf('notary', '--once', '--new-key')).code).toBe(0);
  });

  it('names the alarm that has stopped it, until it is told to try again', async () => {
    expect(await paragraf('notary', '--once', '--retry', 'alingsas')).toMatchObject({
      code: 1,
      stderr: 'Inget larm har stoppat notariseringen av alingsas.\n',
    });
    const tamper = (change: string) =>
      query(`BEGIN; ALTER TABLE event_store.event DISABLE TRIGGER ALL;
        UPDATE event_store.event SET envelope = ${change} WHERE position = 7; COMMIT`);
    await paragraf('notary', '--once');
    await tamper(`replace(envelope, '2019', '2018')`);
    for (const command of [['notary', '--once'], ['checkpoint']]) {
      const { code, stderr } = await paragraf(...command);
      expect([code, stderr]).toEqual([1, expect.stringContaining('log-rewritten {"index":6')]);
    }
    await tamper(`replace(envelope, '2018', '2019')`);
    await record('MN');
    expect(await paragraf('notary', '--once', '--retry', 'alingsas')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('alingsas: 8 händelser'),
    });
  });
});

describe('the notary of the embedded database', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'paragraf-notary-'));
    // Under root the database runs as a user of its own, who has to reach its folder.
    await chmod(folder, 0o755);
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('makes itself a key, and tells where it is', async () => {
    const settings = { PARAGRAF_DATA_DIR: folder, PARAGRAF_ORIGIN: 'paragraf.alingsas.se' };
    const file = join(folder, 'notary-key.pem');
    const first = await runSourceToEnd(cli, ['notary-key', '-m', 'alingsas'], settings);
    expect(first.stderr).toContain(`Notarien har fått en nyckel i ${file}. `);
    expect(parseVerifierKey(first.stdout.trim()).name).toBe('paragraf.alingsas.se/alingsas');
    expect((await stat(file)).mode & 0o777).toBe(0o600);

    const second = await runSourceToEnd(cli, ['notary-key', '-m', 'alingsas'], settings);
    expect(second).toEqual({ code: 0, stdout: first.stdout, stderr: '' });
    const empty = await runSourceToEnd(cli, ['checkpoint'], settings);
    expect(empty).toMatchObject({ code: 1, stderr: expect.stringContaining('Loggen är tom.') });
  });
});
