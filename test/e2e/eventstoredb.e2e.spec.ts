import { setImmediate } from 'node:timers/promises';
import { newNotaryKey, NotaryOffice } from '#libs/notary';
import {
  leafHash,
  openCheckpoint,
  parseEntryBundle,
  parseVerifierKey,
  rootOf,
  tilePath,
  verifyReceipt,
} from '#libs/proof';
import { ProjectionRunner } from '#libs/read-model';
import { readLog } from '../crash/log.js';
import { clerks, prepare } from '../crash/office.js';
import { send } from '../crash/client.js';
import { EventStoreDbTestServer } from '../eventstoredb-server/server.js';
import { startApi, type TestApi } from '../support/api.js';
import { budgetsPath, registerDecisions, uncited } from '../support/budget-year.js';

import.meta.jest.setTimeout(120_000);
let server: EventStoreDbTestServer;
let api: TestApi;

async function start(): Promise<void> {
  server = await EventStoreDbTestServer.start();
  const notary = { run: true, key: newNotaryKey(), keyFile: null, origin: 'paragraf.local', witnesses: [] };
  api = await startApi({ listen: true, config: { eventStoreUrl: server.connectionString(), notary } });
}

async function stop(): Promise<void> {
  await api.close();
  server.kill();
}

describe('the API on EventStoreDB', () => {
  const budget = `${budgetsPath}/2025`;
  const lines = [
    { accountGroup: 'staffCosts', amountOre: -6_000_000_00 },
    { accountGroup: 'otherCosts', amountOre: -4_000_000_00 },
    { accountGroup: 'municipalGrant', amountOre: 10_000_000_00 },
  ];
  const reallocation = {
    citation: 'SN 2025-04-22, § 33',
    changes: [
      { accountGroup: 'staffCosts', changeOre: -100_00 },
      { accountGroup: 'otherCosts', changeOre: 100_00 },
    ],
  };
  const staffCosts = async (query: string) => {
    const { body } = await api.read<{ lines: { accountGroup: string; inForceOre: number }[] }>(
      budget + query,
    );
    return body.lines.find(({ accountGroup }) => accountGroup === 'staffCosts')?.inForceOre;
  };

  beforeAll(async () => {
    await start();
    await registerDecisions(api);
    await api.record(budget, { ...uncited('2025-01-01'), lines });
  });

  afterAll(stop);

  it('records, and shows what a position has brought', async () => {
    const { status, headers } = await api.post(`${budget}/reallocations`, reallocation, {
      'if-match': '"0"',
    });

    expect([status, headers['etag'], headers['paragraf-position']]).toEqual([
      201,
      '"1"',
      expect.stringMatching(/^\d+:\d+$/),
    ]);
    expect(await staffCosts('')).toBe(-6_000_100_00);
    expect(await staffCosts('?asOf=2025-04-21')).toBe(-6_000_000_00);
  });

  it('refuses who has read an older revision', async () => {
    const answer = await api.post(`${budget}/reallocations`, reallocation, { 'if-match': '"0"' });
    expect([answer.status, answer.headers['content-type']]).toEqual([
      412,
      expect.stringContaining('application/problem+json'),
    ]);
  });

  it('answers a repeated command as the first time, and refuses its key for another', async () => {
    const key = { 'idempotency-key': 'reallocation-7' };
    const first = await api.post(`${budget}/reallocations`, reallocation, key);
    const again = await api.post(`${budget}/reallocations`, reallocation, key);
    expect([again.status, again.body]).toEqual([first.status, first.body]);
    const other = { ...reallocation, citation: 'SN 2025-09-16, § 61' };
    expect(await api.post(`${budget}/reallocations`, other, key)).toMatchObject({ status: 422 });
  });

  it('refuses a position that is none here', async () => {
    expect(await api.get(`${budget}?afterPosition=17`)).toMatchObject({ status: 400 });
  });

  it('is notarised, and proves what it holds', async () => {
    const audit = '/api/v1/alingsas/audit';
    const log = await readLog(api.url);
    await api.app.get(NotaryOffice).notary?.catchUp('alingsas');

    const key = parseVerifierKey((await api.get(`${audit}/key`)).text.trim());
    const checkpoint = openCheckpoint((await api.get(`${audit}/checkpoint`)).text, key);
    expect(checkpoint.size).toBe(log.length);
    for (const { id } of log) {
      const { text } = await api.get(`${audit}/inclusion?event=${id}`, { accept: 'text/plain' });
      expect(verifyReceipt(text, key).envelope.id).toBe(id);
    }
    const entries = `${audit}/tile/${tilePath({ level: 'entries', index: 0, width: log.length }).slice('tile/'.length)}`;
    const response = await fetch(`${api.url}${entries}`);
    const bundle = parseEntryBundle(log.length, new Uint8Array(await response.arrayBuffer()));
    expect(rootOf(bundle.map((entry) => leafHash(entry)))).toEqual(checkpoint.root);
    expect((await api.get('/metrics')).text).toMatch(/^paragraf_notary_alarm\{municipality="alingsas"\} 0$/m);
  });

  it('is ready, and measures that nothing lags', async () => {
    await api.app.get(ProjectionRunner).catchUp();
    expect(await api.get('/health/ready')).toMatchObject({
      status: 200,
      body: { details: { eventStore: { status: 'up' } } },
    });
    expect((await api.get('/metrics')).text).toMatch(
      /^paragraf_read_model_lag_seconds\{read_model="budgets",municipality="alingsas"\} 0$/m,
    );
  });
});

describe('an EventStoreDB that is killed under load', () => {
  beforeAll(start);
  afterAll(stop);

  const statusOf = async () => (await api.get('/health/ready')).status;

  it('loses nothing and doubles nothing, and the service recovers by itself', async () => {
    const prepared = await prepare(api.url);
    const office = clerks();
    for (let round = 0; round < 5; round += 1) {
      const [half, enough] = [Promise.withResolvers<void>(), 20 * (round + 1)];
      let sent = 0;
      const onSent = () => void ((sent += 1) === 10 && half.resolve());
      const working = office.map((clerk) => clerk.work(api.url, () => sent >= enough, onSent));
      await half.promise;
      server.kill();
      await setImmediate();
      await server.start();
      await Promise.all(working);
    }

    const acknowledged = office.flatMap((clerk) => [...clerk.acknowledged]);
    const answers = [...prepared, ...acknowledged.map(([, answer]) => answer)];
    expect(answers.filter(({ status }) => status >= 300)).toEqual([]);
    const log = await readLog(api.url);
    expect(log.map(({ id }) => id).toSorted()).toEqual(
      answers.flatMap(({ body }) => body.eventIds).toSorted(),
    );
    const retried = await Promise.all(acknowledged.map(([command]) => send(api.url, command)));
    expect(retried.map((answer) => answer?.body)).toEqual(acknowledged.map(([, { body }]) => body));

    await api.app.get(ProjectionRunner).catchUp();
    const { differences } = await api.app.get(ProjectionRunner).verify('budgets');
    expect(differences).toEqual([]);
    expect(await statusOf()).toBe(200);
  });

  it('is told of while it is away, and no longer once it is back', async () => {
    const before = await readLog(api.url);
    server.kill();
    expect(await statusOf()).toBe(503);
    const committee = { code: 'MN', name: 'Miljönämnden', validFrom: '2019-01-01' };
    const key = { 'idempotency-key': 'environment' };
    const refused = await api.post('/api/v1/alingsas/committees', committee, key);
    expect([refused.status, refused.headers['retry-after']]).toEqual([503, '1']);

    await server.start();
    while ((await statusOf()) !== 200) await setImmediate();

    expect(await api.post('/api/v1/alingsas/committees', committee, key)).toMatchObject({ status: 201 });
    expect(await readLog(api.url)).toHaveLength(before.length + 1);
  });
});
