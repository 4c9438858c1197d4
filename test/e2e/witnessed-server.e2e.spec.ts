import { createPrivateKey } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { HttpWitness, newNotaryKey, NotarySigner } from '#libs/notary';
import { fill, notaryDatabase, testNotary, until } from '#libs/notary/testing';
import { cosignedAt, openCheckpoint, parseVerifierKey, printVerifierKey } from '#libs/proof';
import { runWitness, type RunningWitness } from '#libs/witness';
import { newFolder, removeFolders } from '#libs/witness/testing';
import { startApi, type TestApi } from '../support/api.js';
import { takenBundle } from '../support/auditor.js';
import { runSourceToEnd } from '../support/paragraf-process.js';

// Each command is a process of its own, and slow machines take seconds to start one.
import.meta.jest.setTimeout(120_000);

const cli = 'apps/cli/src/main.ts';
const key = newNotaryKey();
const origin = 'paragraf.alingsas.se';
const signer = new NotarySigner(origin, createPrivateKey(key));
const logs = ['alingsas', 'vara'].map((tenant) => parseVerifierKey(signer.verifierKey(tenant)));
const committee = { code: 'SN', name: 'Socialnämnden', validFrom: '2019-01-01' };
const witnesses: RunningWitness[] = [];
let api: TestApi;

async function openWitness(name: string): Promise<RunningWitness> {
  const running = await runWitness({
    dir: await newFolder(),
    name,
    logs,
    address: { host: '127.0.0.1', port: 0 },
    onContradiction: () => undefined,
    onError: (error) => {
      throw error;
    },
  });
  witnesses.push(running);
  return running;
}

const at = ({ verifierKey, url }: RunningWitness) => ({ key: verifierKey, url });
const nameOf = ({ verifierKey: { name, id } }: RunningWitness) => `${name}+${id}`;

/** What the witness is shown of vara by a copy of the installation: five events that the server has not. */
async function showAnotherLog(witness: RunningWitness): Promise<void> {
  const database = await notaryDatabase();
  const { dataSource, store } = database;
  await fill(store, 'vara', 5);
  await testNotary(dataSource, store, { signer, cosigners: [new HttpWitness(at(witness))] }).notary.catchUp();
  await database.drop();
}

beforeAll(async () => {
  const [up, down] = [await openWitness('uppe.example'), await openWitness('nere.example')];
  await down.stop();
  await showAnotherLog(up);
  const notary = { run: true, key, keyFile: null, origin, witnesses: [at(up), at(down)] };
  api = await startApi({ listen: true, config: { notary } });
  for (const municipality of ['alingsas', 'vara']) {
    await api.record(`/api/v1/${municipality}/committees`, committee);
  }
  await until(async () => (await api.get('/health/ready')).status === 200);
  await until(async () => (await notaryHealth()).alarms.length > 0);
  await until(async () =>
    (await errorsOf('alingsas')).every(({ error, size }) => error !== null || size === 1),
  );
  await until(async () => (await errorsOf('vara')).every(({ error }) => error !== null));
});

afterAll(async () => {
  await api.close();
  await witnesses[0]?.stop();
  await removeFolders();
});

interface NotaryHealth {
  readonly status: string;
  readonly alarms: readonly object[];
  readonly witnesses: readonly {
    readonly municipality: string;
    readonly size: number;
    readonly error: string | null;
  }[];
}

const notaryHealth = async () =>
  (await api.get<{ details: { notary: NotaryHealth } }>('/health/ready')).body.details.notary;

const errorsOf = async (municipality: string) => {
  const told = (await notaryHealth()).witnesses.filter((witness) => witness.municipality === municipality);
  return told.length === 2 ? told : [{ error: null, size: 0 }];
};

describe('a server with witnesses', () => {
  it('serves checkpoints that they have signed', async () => {
    const { text } = await api.get('/api/v1/alingsas/audit/checkpoint');
    const { note } = openCheckpoint(text, logs[0]!);
    expect(cosignedAt(note, witnesses[0]!.verifierKey)).toEqual(expect.any(Number));
    expect(cosignedAt(note, witnesses[1]!.verifierKey)).toBeNull();
  });

  it('tells of one that is away, and of one that has seen another log', async () => {
    const { status, body } = await api.get('/health/ready');
    const [up, down] = witnesses.map(nameOf);
    const away = expect.stringContaining('ECONNREFUSED');
    expect([status, body.details?.['notary']]).toMatchObject([
      200,
      {
        status: 'down',
        alarms: [
          {
            municipality: 'vara',
            code: 'witness-saw-more',
            facts: { witness: up, witnessSize: 5, signedSize: 1 },
            since: expect.any(String),
          },
        ],
        witnesses: expect.arrayContaining([
          { municipality: 'alingsas', witness: up, size: 1, error: null },
          { municipality: 'alingsas', witness: down, size: 0, error: away },
          { municipality: 'vara', witness: up, size: 0, error: 'it has signed a larger log, of 5 events' },
          { municipality: 'vara', witness: down, size: 0, error: away },
        ]),
      },
    ]);
  });

  it('measures both', async () => {
    const { text } = await api.get('/metrics');
    const [up, down] = witnesses.map(nameOf);
    const lines = text.split('\n').filter((line) => /^paragraf_notary_(alarm|witness_)/.test(line));
    expect(lines.toSorted()).toEqual([
      'paragraf_notary_alarm{municipality="alingsas"} 0',
      'paragraf_notary_alarm{municipality="vara"} 1',
      `paragraf_notary_witness_failing{municipality="alingsas",witness="${down}"} 1`,
      `paragraf_notary_witness_failing{municipality="alingsas",witness="${up}"} 0`,
      `paragraf_notary_witness_failing{municipality="vara",witness="${down}"} 1`,
      `paragraf_notary_witness_failing{municipality="vara",witness="${up}"} 1`,
      `paragraf_notary_witness_size{municipality="alingsas",witness="${down}"} 0`,
      `paragraf_notary_witness_size{municipality="alingsas",witness="${up}"} 1`,
      `paragraf_notary_witness_size{municipality="vara",witness="${down}"} 0`,
      `paragraf_notary_witness_size{municipality="vara",witness="${up}"} 0`,
    ]);
  });
});

describe('an auditor who trusts a witness', () => {
  let folder: string;
  const file = (name: string) => join(folder, name);
  const verify = (name: string, ...args: readonly string[]) =>
    runSourceToEnd(cli, ['verify', file(name), '--key', file('key.txt'), ...args], {});
  const witnessArgs = (...named: readonly (RunningWitness | undefined)[]) =>
    named.flatMap((each) => (each ? ['--witness', printVerifierKey(each.verifierKey)] : []));

  beforeAll(async () => {
    folder = await newFolder();
    const audit = '/api/v1/alingsas/audit';
    const { text: events } = await api.get('/api/v1/alingsas/events');
    const [, id] = /"id":"([0-9a-f-]{36})"/.exec(events) ?? [];
    const receipt = await api.get(`${audit}/inclusion?event=${id}`, { accept: 'text/plain' });
    await writeFile(file('receipt.txt'), receipt.text);
    await writeFile(file('bundle.tar'), await takenBundle(api));
    await writeFile(file('key.txt'), (await api.get(`${audit}/key`)).text);
    await writeFile(file('witness.txt'), `${printVerifierKey(witnesses[0]!.verifierKey)}\n`);
  });

  it.each(['bundle.tar', 'receipt.txt'])('is told when it signed %s', async (name) => {
    const time = '\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.000Z';
    const sentence = new RegExp(
      `- Vittnet ${witnesses.map(nameOf)[0]?.replace('+', '\\+')} skrev under kontrollvärdet ${time}, enligt`,
    );
    const told = await verify(name, '--witness', file('witness.txt'));
    expect(told).toEqual({ code: 0, stderr: '', stdout: expect.stringMatching(sentence) });
    const json = await verify(name, '--json', ...witnessArgs(witnesses[0]));
    const [witness] = witnesses.map(nameOf);
    expect(JSON.parse(json.stdout)).toMatchObject({
      failure: null,
      cosignatures: [{ witness, signedAt: expect.stringMatching(new RegExp(`^${time}$`)) }],
    });
  });

  it.each(['bundle.tar', 'receipt.txt'])('is told who has not signed %s', async (name) => {
    const [, down] = witnesses.map(nameOf);
    expect(await verify(name, ...witnessArgs(...witnesses.slice(0, 2)))).toMatchObject({
      code: 1,
      stderr: expect.stringContaining(
        `HÅLLER INTE. Vittnet ${down} har inte skrivit under kontrollvärdet, eller underskriften håller inte.`,
      ),
    });
  });

  it('names the key of a witness, not that of the log', async () => {
    const told = await verify('bundle.tar', '--witness', file('key.txt'));
    expect([told.code, told.stderr]).toEqual([2, expect.stringContaining('är en loggs, inte ett vittne')]);
  });
});

describe('the command line', () => {
  it('tells of the alarm, and goes on once somebody has looked', async () => {
    const [up] = witnesses;
    const environment = {
      DATABASE_URL: api.databaseUrl,
      PARAGRAF_NOTARY_KEY: key,
      PARAGRAF_ORIGIN: origin,
      PARAGRAF_WITNESSES: `${printVerifierKey(up!.verifierKey)}=${up!.url}/`,
    };
    const facts = `{"witness":"${nameOf(up!)}","witnessSize":5,"signedSize":1}`;
    const alarmed = await runSourceToEnd(cli, ['notary', '--once'], environment);
    expect([alarmed.code, alarmed.stderr]).toEqual([
      1,
      expect.stringMatching(/eller bevittnades\. vara sedan \S+: witness-saw-more /),
    ]);
    expect(alarmed.stderr).toContain(facts);
    expect(await runSourceToEnd(cli, ['notary', '--once', '--retry', 'vara'], environment)).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('vara: 1 händelser, underskrivna '),
    });
  });
});

describe('a municipality without an alarm', () => {
  it('leaves the notary well though a witness is away', async () => {
    const alone = await openWitness('ensam.example');
    await alone.stop();
    const notary = { run: true, key, keyFile: null, origin, witnesses: [at(alone)] };
    const other = await startApi({ config: { notary } });
    await other.record('/api/v1/alingsas/committees', committee);
    const health = async () =>
      (await other.get<{ details: { notary: NotaryHealth } }>('/health/ready')).body.details.notary;
    await until(async () => (await health()).witnesses.some(({ error }) => error !== null));
    expect((await health()).status).toBe('up');
    await other.close();
  });
});
