import { generateKeyPairSync } from 'node:crypto';
import { InMemoryEventStore, type EventStore } from '#libs/event-store';
import { leafHash, openCheckpoint, parseVerifierKey, rootOf } from '#libs/proof';
import { checkpointEntity } from './checkpoint.entity.js';
import { OtherKeyError } from './other-key-error.js';
import { NotarySigner } from './signer.js';
import {
  appendOf,
  fill,
  newTenant,
  notaryDatabase,
  sealedLog,
  testNotary,
  until,
  verifierKeyOf,
  type NotaryDatabase,
} from './testing/index.js';

let database: NotaryDatabase;

beforeAll(async () => {
  database = await notaryDatabase();
});

afterAll(() => database.drop());

const checkpoints = (tenant: string) =>
  database.dataSource.manager.find(checkpointEntity, { where: { tenant }, order: { size: 'ASC' } });
const signedSizes = async (tenant: string) => (await checkpoints(tenant)).map(({ size }) => size);

describe('a notarised log', () => {
  it.each([
    [1, 1],
    [2, 1],
    [3, 2],
    [255, 100],
    [256, 256],
    [257, 7],
    [513, 1_000],
    [1_000, 333],
  ])('of %d events in pages of %d is signed with the root of the naive tree', async (size, pageSize) => {
    const store = new InMemoryEventStore();
    const tenant = newTenant();
    await fill(store, tenant, size);
    const { notary, reports } = testNotary(database.dataSource, store, { settings: { pageSize } });

    await notary.catchUp(tenant);

    const leaves = (await sealedLog(store, tenant)).map(({ envelope }) => leafHash(envelope));
    const signed = await checkpoints(tenant);
    expect(signed.at(-1)?.size).toBe(size);
    for (const { size: at, root, note } of signed) {
      expect(root).toEqual(rootOf(leaves.slice(0, at)));
      expect(openCheckpoint(note, verifierKeyOf(tenant))).toMatchObject({ size: at, root });
    }
    expect(reports).toEqual([]);
  });

  it('knows each event by its place, once', async () => {
    const tenant = newTenant();
    await fill(database.store, tenant, 20);
    await testNotary(database.dataSource, database.store).notary.catchUp(tenant);

    const leaves: unknown[] = await database.dataSource.query(
      'SELECT event_id AS id, position FROM notary.leaf WHERE tenant_id = $1 ORDER BY index',
      [tenant],
    );
    const events = (await sealedLog(database.store, tenant)).map(({ envelope, position }) => ({
      id: (JSON.parse(envelope) as { id: string }).id,
      position,
    }));
    expect(leaves).toEqual(events);
  });

  it('is signed no second time where it has not grown', async () => {
    const tenant = newTenant();
    await fill(database.store, tenant, 3);
    const { notary } = testNotary(database.dataSource, database.store);
    await notary.catchUp(tenant);
    await notary.catchUp(tenant);
    expect(await signedSizes(tenant)).toEqual([3]);
  });
});

describe('a notary that follows the logs', () => {
  /** Runs a notary until the task is done. */
  async function following(
    store: EventStore,
    options: Parameters<typeof testNotary>[2],
    task: (reports: readonly string[]) => Promise<void>,
  ): Promise<void> {
    const { notary, reports } = testNotary(database.dataSource, store, options);
    notary.start();
    try {
      await task(reports);
    } finally {
      await notary.stop();
    }
  }
  const notarised = async (tenant: string) => {
    const rows: { size: number }[] = await database.dataSource.query(
      'SELECT size::int FROM notary.log WHERE tenant_id = $1',
      [tenant],
    );
    return rows[0]?.size;
  };

  it('signs first at once, then for every 256 events or when a minute has passed', async () => {
    const store = new InMemoryEventStore();
    const tenant = newTenant();
    let now = new Date('2026-11-23T05:22:18.123Z');
    await following(store, { now: () => now }, async () => {
      await fill(store, tenant, 1);
      await until(async () => (await signedSizes(tenant)).length === 1);
      for (let size = 2; size <= 257; size += 1) {
        await store.append(appendOf(tenant));
        await until(async () => (await notarised(tenant)) === size);
      }
      await store.append(appendOf(tenant));
      await until(async () => (await notarised(tenant)) === 258);
      expect(await signedSizes(tenant)).toEqual([1, 257]);
      now = new Date(now.getTime() + 60_000);
      await until(async () => (await signedSizes(tenant)).length === 3);
      expect(await signedSizes(tenant)).toEqual([1, 257, 258]);
    });
  });

  it('takes in all municipalities', async () => {
    const store = new InMemoryEventStore();
    const tenants = [newTenant(), newTenant(), newTenant()];
    await following(store, {}, async () => {
      for (const tenant of tenants) await fill(store, tenant, 5);
      for (const tenant of tenants) await until(async () => (await notarised(tenant)) === 5);
    });
    expect(await Promise.all(tenants.map(signedSizes))).toEqual([[5], [5], [5]]);
  });

  it('goes on after an outage, and with the others meanwhile', async () => {
    const store = new InMemoryEventStore();
    const [broken, whole] = [newTenant(), newTenant()];
    let isOut = true;
    const readSealed = store.readSealed.bind(store);
    store.readSealed = async (tenant, options) => {
      if (isOut && tenant === broken) throw new Error('out of order');
      return readSealed(tenant, options);
    };
    await following(store, {}, async (reports) => {
      await fill(store, broken, 2);
      await fill(store, whole, 2);
      await until(async () => (await notarised(whole)) === 2);
      await until(() => reports.length > 1);
      expect(reports[0]).toBe(`The log of ${broken} is not notarised for now: out of order`);
      expect(await notarised(broken)).toBeUndefined();
      isOut = false;
      await until(async () => (await notarised(broken)) === 2);
    });
  });
});

describe('a log that another key has signed', () => {
  const otherSigner = new NotarySigner('annan.example', generateKeyPairSync('ed25519').privateKey);

  it('is left alone, until the key is to take over', async () => {
    const tenant = newTenant();
    await fill(database.store, tenant, 2);
    await testNotary(database.dataSource, database.store).notary.catchUp(tenant);
    await fill(database.store, tenant, 1);
    const { notary } = testNotary(database.dataSource, database.store, { signer: otherSigner });

    await expect(notary.catchUp(tenant)).rejects.toThrow(OtherKeyError);
    expect(await signedSizes(tenant)).toEqual([2]);

    await notary.takeOver();
    await notary.catchUp(tenant);
    const [, last] = await checkpoints(tenant);
    const verifierKey = parseVerifierKey(otherSigner.verifierKey(tenant));
    expect(openCheckpoint(last?.note ?? '', verifierKey).size).toBe(3);
  });
});
