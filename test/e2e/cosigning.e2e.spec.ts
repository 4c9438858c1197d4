import { PostgresEventStore } from '#libs/event-store';
import { HttpWitness } from '#libs/notary';
import {
  fill,
  newTenant,
  openNotaryDatabase,
  testNotary,
  until,
  verifierKeyOf,
  type TestNotary,
} from '#libs/notary/testing';
import { cosignedAt, openCheckpoint, type VerifierKey } from '#libs/proof';
import { runWitness, type Refused, type RunningWitness } from '#libs/witness';
import { newFolder, removeFolders } from '#libs/witness/testing';
import type { DataSource } from 'typeorm';
import { freshDatabase, type TestDatabase } from '../support/database.js';

/** What runs on a database: the log, and notaries. */
interface Installation {
  readonly database: TestDatabase;
  readonly store: PostgresEventStore;
  readonly dataSource: DataSource;
  readonly desks: TestNotary[];
}

let tenant: string;
const installations = new Set<Installation>();
const witnesses = new Set<RunningWitness>();

beforeEach(() => {
  tenant = newTenant();
});

afterEach(async () => {
  for (const installation of installations) {
    await close(installation);
    await installation.database.drop();
  }
  for (const witness of witnesses) await leave(witness);
});

afterAll(removeFolders);

async function open(database: TestDatabase): Promise<Installation> {
  const dataSource = await openNotaryDatabase(database.url);
  const store = new PostgresEventStore({ connection: database.url });
  const installation = { database, dataSource, store, desks: [] };
  installations.add(installation);
  return installation;
}

async function close(installation: Installation): Promise<void> {
  installations.delete(installation);
  for (const { notary } of installation.desks) await notary.stop();
  await installation.store.close();
  await installation.dataSource.destroy();
}

/** A witness that knows the log. The same folder and port make it the one that was there before. */
async function openWitness(name: string, { dir, port = 0 }: { dir?: string; port?: number } = {}) {
  const folder = dir ?? (await newFolder());
  /** What it found to speak against the log. */
  const refused: Refused[] = [];
  const running = await runWitness({
    dir: folder,
    name,
    logs: [verifierKeyOf(tenant)],
    address: { host: '127.0.0.1', port },
    onContradiction: (_, contradiction) => void refused.push(contradiction),
    onError: (error) => {
      throw error;
    },
  });
  witnesses.add(running);
  return { ...running, dir: folder, refused, running };
}

async function leave(running: RunningWitness): Promise<void> {
  witnesses.delete(running);
  await running.stop();
}

const asked = ({ verifierKey: key, url }: RunningWitness) => new HttpWitness({ key, url });
const nameOf = ({ verifierKey: { name, id } }: RunningWitness) => `${name}+${id}`;

function notaryOn({ dataSource, store, desks }: Installation, ...cosigners: readonly HttpWitness[]) {
  const desk = testNotary(dataSource, store, {
    cosigners,
    settings: { pageSize: 100, signAfterEvents: 100 },
  });
  desks.push(desk);
  return desk;
}

const record = ({ store }: Installation, count: number) => fill(store, tenant, count);

/** When the witness signed the checkpoint of that size; null where it has not. */
async function signedBy(
  { dataSource }: Installation,
  size: number,
  key: VerifierKey,
): Promise<number | null> {
  const [row] = await dataSource.query<{ note: string }[]>(
    'SELECT note FROM notary.checkpoint WHERE tenant_id = $1 AND size = $2',
    [tenant, size],
  );
  return cosignedAt(openCheckpoint(row?.note ?? '', verifierKeyOf(tenant)).note, key);
}

async function state({ dataSource }: Installation) {
  const [row] = await dataSource.query<{ alarm: unknown; size: string }[]>(
    'SELECT alarm, signed_size AS size FROM notary.log WHERE tenant_id = $1',
    [tenant],
  );
  return { alarm: row?.alarm ?? null, signedSize: Number(row?.size) };
}

describe('a notary with witnesses', () => {
  it('has every checkpoint signed by each, and signed again by none where it starts anew', async () => {
    const [one, two] = [await openWitness('ett.example'), await openWitness('tva.example')];
    const installation = await open(await freshDatabase());
    const desk = notaryOn(installation, asked(one), asked(two));
    for (const [count, size] of [
      [3, 3],
      [300, 303],
      [1, 304],
    ] as const) {
      await record(installation, count);
      await desk.notary.catchUp(tenant);
      for (const { verifierKey } of [one, two]) {
        expect(await signedBy(installation, size, verifierKey)).toEqual(expect.any(Number));
      }
    }
    const note = 'SELECT note FROM notary.checkpoint WHERE tenant_id = $1 ORDER BY size';
    const before = await installation.dataSource.query<object[]>(note, [tenant]);
    const again = notaryOn(installation, asked(one), asked(two));
    await again.notary.catchUp(tenant);
    expect(await installation.dataSource.query(note, [tenant])).toEqual(before);
    expect([...desk.reports, ...again.reports, ...one.refused, ...two.refused]).toEqual([]);
    expect(again.notary.cosignersOf(tenant)).toEqual(
      [one, two].map((each) => ({ cosigner: nameOf(each), size: 304, error: null })),
    );
  });

  it('goes on where one is down, and has it catch up when it is back though nothing is recorded', async () => {
    const [up, down] = [await openWitness('uppe.example'), await openWitness('nere.example')];
    const installation = await open(await freshDatabase());
    const { notary, reports } = notaryOn(installation, asked(up), asked(down));
    await record(installation, 2);
    await notary.catchUp(tenant);
    await leave(down.running);
    await record(installation, 5);
    await notary.catchUp(tenant);

    expect(await signedBy(installation, 7, up.verifierKey)).toEqual(expect.any(Number));
    expect(await signedBy(installation, 7, down.verifierKey)).toBeNull();
    const away = `A checkpoint of ${tenant} was not cosigned by ${nameOf(down)}: `;
    expect(reports).toEqual([expect.stringContaining(away)]);
    expect(notary.cosignersOf(tenant)).toMatchObject([
      { size: 7, error: null },
      { size: 2, error: expect.stringContaining('ECONNREFUSED') },
    ]);

    await openWitness('nere.example', { dir: down.dir, port: Number(new URL(down.url).port) });
    await until(async () => (await signedBy(installation, 7, down.verifierKey)) !== null);
    await until(() => notary.cosignersOf(tenant).every(({ error }) => error === null));
    expect(await state(installation)).toEqual({ alarm: null, signedSize: 7 });
  });

  it('may begin anew in an empty database, and is behind the witness until it has come to the end', async () => {
    const one = await openWitness('ett.example');
    const installation = await open(await freshDatabase());
    await record(installation, 450);
    await notaryOn(installation, asked(one)).notary.catchUp(tenant);
    const anew = { ...(await open(await freshDatabase())), store: installation.store };
    const { notary, reports } = notaryOn(anew, asked(one));
    await notary.catchUp(tenant);
    await until(async () => (await signedBy(anew, 450, one.verifierKey)) !== null);
    expect(await state(anew)).toEqual({ alarm: null, signedSize: 450 });
    const behind = /a larger log, of 450 events; the notary is not there yet$/;
    expect(reports.filter((report) => !behind.test(report))).toEqual([]);
  });

  it('is not known to every witness, which stops nothing', async () => {
    const one = await openWitness('ett.example');
    const installation = await open(await freshDatabase());
    const { notary, reports } = notaryOn(installation, asked(one));
    const other = newTenant();
    await fill(installation.store, other, 1);
    await record(installation, 1);
    await notary.catchUp();
    expect(reports).toEqual([
      `A checkpoint of ${other} was not cosigned by ${nameOf(one)}: it does not know the log, or is another address`,
    ]);
    expect(await signedBy(installation, 1, one.verifierKey)).toEqual(expect.any(Number));
  });
});

describe('a database that is put back', () => {
  let one: Awaited<ReturnType<typeof openWitness>>;
  let asking: HttpWitness;
  let restored: Installation;

  /** A log of eight events, all witnessed; put back to where it had five. */
  beforeEach(async () => {
    one = await openWitness('ett.example');
    asking = asked(one);
    const database = await freshDatabase();
    const before = await open(database);
    await record(before, 5);
    await notaryOn(before, asking).notary.catchUp(tenant);
    await close(before);
    const backup = await database.copy();
    const after = await open(database);
    await record(after, 3);
    await notaryOn(after, asking).notary.catchUp(tenant);
    await close(after);
    await database.drop();
    restored = await open(backup);
  });

  const sawMore = (signedSize: number) => ({
    code: 'witness-saw-more',
    facts: { witness: nameOf(one), witnessSize: 8, signedSize },
  });
  const sawAnother = (size: number) => ({
    code: 'witness-saw-another-tree',
    facts: { witness: nameOf(one), witnessSize: 8, size },
  });

  it('raises an alarm as soon as a notary starts, though nothing is recorded', async () => {
    const { notary, reports } = notaryOn(restored, asked(one));
    notary.start();
    await until(async () => (await state(restored)).alarm !== null);
    await until(() => reports.length === 2);
    expect(await state(restored)).toEqual({ alarm: sawMore(5), signedSize: 5 });
    expect(reports).toEqual([
      `${tenant}: The log raises an alarm: witness-saw-more ${JSON.stringify(sawMore(5).facts)}`,
      `A checkpoint of ${tenant} was not cosigned by ${nameOf(one)}: it has signed a larger log, of 8 events`,
    ]);
    expect(one.refused).toEqual([]);
  });

  it.each([
    ['fewer', 1, () => sawMore(6), 'rolled-back'],
    ['as many', 3, () => sawAnother(8), 'split'],
    ['more', 7, () => sawAnother(12), 'not-shown-to-grow'],
  ] as const)('and goes on with %s events is refused, and raises an alarm', async (_, count, alarm, kept) => {
    await record(restored, count);
    const desk = notaryOn(restored, asked(one));
    await desk.notary.catchUp(tenant);
    expect(await state(restored)).toEqual({ alarm: alarm(), signedSize: 5 + count });
    expect(one.refused).toMatchObject([{ contradiction: kept, size: 5 + count, lastSize: 8 }]);
    expect(await signedBy(restored, 5 + count, one.verifierKey)).toBeNull();

    await record(restored, 1);
    await desk.notary.catchUp(tenant);
    await notaryOn(restored, asked(one)).notary.catchUp(tenant);
    expect((await state(restored)).signedSize).toBe(5 + count);
  });

  it('is noticed also by a process that was there before', async () => {
    await record(restored, 1);
    await notaryOn(restored, asking).notary.catchUp(tenant);
    expect((await state(restored)).alarm).toEqual(sawMore(6));
  });

  it('is signed again once somebody has looked, and the same witness stops it no more', async () => {
    const two = await openWitness('tva.example');
    const desk = notaryOn(restored, asked(one), asked(two));
    await desk.notary.catchUp(tenant);
    expect((await state(restored)).alarm).toEqual(sawMore(5));
    expect(await desk.notary.retry(tenant)).toBe(true);

    for (const size of [6, 12]) {
      await record(restored, size === 6 ? 1 : 6);
      await notaryOn(restored, asked(one), asked(two)).notary.catchUp(tenant);
      expect(await state(restored)).toEqual({ alarm: null, signedSize: size });
      expect(await signedBy(restored, size, one.verifierKey)).toBeNull();
      expect(await signedBy(restored, size, two.verifierKey)).toEqual(expect.any(Number));
    }
  });
});
