import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newNotaryKey } from '#libs/notary';
import { ProjectionRunner } from '#libs/read-model';
import { demoRequests } from '../../apps/cli/src/demo/demo-requests.js';
import { readReference } from '../../apps/cli/src/demo/reference.js';
import { EventStoreDbTestServer } from '../eventstoredb-server/server.js';
import { startApi, type TestApi } from '../support/api.js';
import { audited, takenBundle } from '../support/auditor.js';
import { citation, erasurePath, recordErasableYear, type Secrets } from '../support/erasable-year.js';
import { until, type Erasures } from '../support/erasing.js';
import { runSourceToEnd } from '../support/paragraf-process.js';

const cli = 'apps/cli/src/main.ts';
// Each command is a process of its own, and slow machines take seconds to start one.
import.meta.jest.setTimeout(240_000);
const notary = { run: true, key: newNotaryKey(), keyFile: null, origin: 'paragraf.test', witnesses: [] };
const audit = '/api/v1/alingsas/audit';
const textOf = async (api: TestApi, path: string) => (await api.get(`${audit}/${path}`)).text;

describe('the reference committee, audited', () => {
  let api: TestApi;
  let folder: string;
  const file = (name: string) => join(folder, name);
  /** As an auditor runs it: no database, no settings. */
  const paragraf = (...args: readonly string[]) => runSourceToEnd(cli, args, {});

  /** A checkpoint is kept when half of it has been recorded. */
  beforeAll(async () => {
    api = await startApi({ config: { notary } });
    folder = await mkdtemp(join(tmpdir(), 'paragraf-auditor-'));
    const requests = demoRequests(readReference());
    for (const [n, { path, body }] of requests.entries()) {
      await api.record(`/api/v1${path}`, body);
      if (n !== Math.floor(requests.length / 2)) continue;
      await takenBundle(api);
      await writeFile(file('earlier.txt'), await textOf(api, 'checkpoint'));
    }
    await api.app.get(ProjectionRunner).catchUp();
    await writeFile(file('bundle.tar'), await takenBundle(api));
    await writeFile(file('key.txt'), await textOf(api, 'key'));
  });

  afterAll(async () => {
    await api.close();
    await rm(folder, { recursive: true });
  });

  it('holds, with every read model, without network and database', async () => {
    const args = ['verify', file('bundle.tar'), '--key', file('key.txt'), '--since', file('earlier.txt')];
    const told = await paragraf(...args);
    expect([told.code, told.stderr]).toEqual([0, '']);
    expect(told.stdout).toMatch(
      /^Paketet håller\. Loggen paragraf\.test\/alingsas har \d+ händelser i \d+ ström/,
    );
    expect(told.stdout).toContain('Loggen börjar med samma');
    expect(told.stdout).toMatch(/\d+ läsmodeller med \d+ dokument visar vad händelserna ger\./);

    const json = JSON.parse((await paragraf(...args, '--json')).stdout) as {
      readModels: { verdict: string }[];
    };
    expect(json).toMatchObject({ kind: 'bundle', failure: null, warnings: [] });
    expect(new Set(json.readModels.map(({ verdict }) => verdict))).toEqual(new Set(['equal']));
  });

  it('is written by the command line too, to the byte, whole or not at all', async () => {
    const settings = {
      DATABASE_URL: api.databaseUrl,
      PARAGRAF_NOTARY_KEY: notary.key,
      PARAGRAF_ORIGIN: notary.origin,
    };
    const written = await runSourceToEnd(cli, ['bundle', '--out', file('again.tar')], settings);
    expect(written).toMatchObject({ code: 0, stdout: expect.stringContaining(' händelser i ') });
    const key = await textOf(api, 'key');
    const nowhere = join(folder, 'no such folder', 'x.tar');
    expect(await runSourceToEnd(cli, ['bundle', '--out', nowhere], settings)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('går inte att skriva'),
    });
    expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([]);
    expect((await paragraf('verify', file('again.tar'), '--key', key.trim(), '--no-fold')).code).toBe(0);
  });

  it('gives a receipt of an event, which verifies alone', async () => {
    const { body } = await api.get('/api/v1/alingsas/events?limit=1');
    const id = String(body['items']?.[0]?.['record']?.['id']);
    const settings = {
      DATABASE_URL: api.databaseUrl,
      PARAGRAF_NOTARY_KEY: notary.key,
      PARAGRAF_ORIGIN: notary.origin,
    };
    const given = await runSourceToEnd(cli, ['receipt', id], settings);
    expect(given).toMatchObject({ code: 0, stderr: '' });
    await writeFile(file('receipt.txt'), given.stdout);
    const told = await paragraf('verify', file('receipt.txt'), '--key', file('key.txt'));
    expect(told).toMatchObject({ code: 0, stdout: expect.stringContaining('Kvittot håller.') });

    const line = given.stdout.split('\n').toSorted((a, b) => b.length - a.length)[0] ?? '';
    const middle = line.length >> 1;
    const forgedLine = line.slice(0, middle) + (line[middle] === 'A' ? 'B' : 'A') + line.slice(middle + 1);
    await writeFile(file('forged.txt'), given.stdout.replace(line, forgedLine));
    const forged = await paragraf('verify', file('forged.txt'), '--key', file('key.txt'));
    expect(forged).toMatchObject({ code: 1, stderr: expect.stringContaining('KVITTOT HÅLLER INTE.') });
    const unknown = '00000000-0000-4000-8000-000000000000';
    expect(await runSourceToEnd(cli, ['receipt', unknown], settings)).toMatchObject({ code: 1, stdout: '' });
  });

  it('is refused in a sentence where the bundle, the key or the checkpoint is none', async () => {
    const bundle = file('bundle.tar');
    for (const args of [
      ['verify', file('none.tar'), '--key', file('key.txt')],
      ['verify', file('key.txt'), '--key', file('key.txt')],
      ['verify', bundle, '--key', 'x'],
      ['verify', bundle],
      ['verify', bundle, '--key', file('key.txt'), '--since', file('key.txt')],
    ]) {
      const { code, stdout, stderr } = await paragraf(...args);
      expect([code, stdout, /\n\s+at /.test(stderr)]).toEqual([expect.any(Number), '', false]);
      expect(code).not.toBe(0);
    }
  });

  it('does not hold where a bit is another, and says where', async () => {
    const bytes = await takenBundle(api);
    const at = bytes.indexOf('"amountOre":') + '"amountOre":'.length + 1;
    bytes[at]! ^= 1;
    await writeFile(file('damaged.tar'), bytes);
    const told = await paragraf('verify', file('damaged.tar'), '--key', file('key.txt'));
    expect(told).toMatchObject({ code: 1, stdout: expect.stringContaining('den sista av dem är') });
    expect(told.stderr).toMatch(/^PAKETET HÅLLER INTE\. Händelse \d+ \(/);
  });
});

describe('a log that is being written', () => {
  let api: TestApi;
  beforeAll(async () => void (api = await startApi({ config: { notary } })));
  afterAll(() => api.close());

  it('can be audited meanwhile: with ten writers every bundle holds, and goes on from the one before', async () => {
    const committees = ['SN', 'KF', 'VON', 'BUN', 'KUN', 'TN', 'MN', 'FN', 'GN', 'IN'];
    const enough = new AbortController();
    for (const code of committees) {
      const committee = { code, name: `Nämnden ${code}`, validFrom: '2019-01-01' };
      await api.record('/api/v1/alingsas/committees', committee);
    }
    const writing = committees.map(async (code) => {
      for (let paragraph = 1; !enough.signal.aborted; paragraph += 1) {
        const decision = { date: '2025-03-18', paragraph, subject: 'Ärende' };
        await api.record(`/api/v1/alingsas/committees/${code}/decisions`, decision);
      }
    });
    await api.app.get(ProjectionRunner).catchUp();
    const sizes: number[] = [];
    try {
      let since: string | undefined;
      while (sizes.length < 5 || (sizes.at(-1) ?? 0) < 500) {
        const bundle = await takenBundle(api);
        const verification = await audited(bundle, (await textOf(api, 'key')).trim(), since);
        expect(verification).toMatchObject({ failure: null, warnings: [] });
        expect(verification.readModels.filter(({ verdict }) => verdict !== 'equal')).toEqual([]);
        sizes.push(verification.checked.events);
        since = verification.checkpoint?.note;
      }
    } finally {
      enough.abort();
      await Promise.all(writing);
    }
    expect(sizes).toEqual(sizes.toSorted((a, b) => a - b));
  });
});

describe('a log in which events are erased', () => {
  let server: EventStoreDbTestServer;
  beforeAll(async () => void (server = await EventStoreDbTestServer.start()));
  afterAll(() => server.kill());

  it.each(['PostgreSQL', 'EventStoreDB'])('holds before, in between and afterwards in %s', async (kind) => {
    const eventStoreUrl = kind === 'EventStoreDB' ? server.connectionString() : null;
    const api = await startApi({ config: { notary, eventStoreUrl } });
    try {
      const secrets: Secrets = await recordErasableYear(api);
      const key = (await textOf(api, 'key')).trim();
      const before = await audited(await takenBundle(api), key);
      expect(before).toMatchObject({ failure: null, erasures: [] });
      const events = [secrets.forecast, secrets.report, secrets.added];
      await api.record(erasurePath, { citation, events, reason: 'Registrerat av misstag.' });
      await until(async () => {
        const { body } = await api.get<Erasures>(erasurePath);
        return body.items.every(({ isCarriedOut }) => isCarriedOut);
      });
      await api.app.get(ProjectionRunner).catchUp();
      const after = await audited(await takenBundle(api), key, before.checkpoint?.note);
      expect(after).toMatchObject({
        failure: null,
        since: before.checked.events,
        erasures: events.map((event) => ({ event, decision: citation })),
        warnings: [],
      });
      expect(after.readModels.filter(({ verdict }) => verdict !== 'equal')).toEqual([]);
    } finally {
      await api.close();
    }
  });
});
