import { consistencyHolds, consistencyProof, leafHash, rootOf } from '#libs/proof';
import { hashesOf } from '#libs/proof/testing';
import { checkpointEntity } from './checkpoint.entity.js';
import {
  appendOf,
  newTenant,
  notaryDatabase,
  sealedLog,
  testNotary,
  type NotaryDatabase,
} from './testing/index.js';

const writers = 10;
const appendsEach = 40;

let database: NotaryDatabase;

beforeAll(async () => {
  database = await notaryDatabase();
});

afterAll(() => database.drop());

/** Ten writers on four streams, from one to three events at a time. */
async function write(tenant: string): Promise<void> {
  const range = (count: number) => [...Array(count).keys()];
  await Promise.all(
    range(writers).map(async (writer) => {
      for (const n of range(appendsEach)) {
        await database.store.append(appendOf(tenant, `budget-SN.${(writer + n) % 4}`, 1 + (n % 3)));
      }
    }),
  );
}

describe('two notaries of a log that ten writers write to', () => {
  it('take in every event once, and sign nothing that they could not both have signed', async () => {
    const tenant = newTenant();
    const settings = { pageSize: 7, signAfterEvents: 5, idleMs: 5 };
    const notaries = [database.dataSource, await database.connect()].map((dataSource) =>
      testNotary(dataSource, database.store, { settings }),
    );
    for (const { notary } of notaries) notary.start();
    await write(tenant);
    await Promise.all(notaries.map(({ notary }) => notary.catchUp(tenant)));
    await Promise.all(notaries.map(({ notary }) => notary.stop()));

    expect(notaries.flatMap(({ reports }) => reports)).toEqual([]);
    const leaves = (await sealedLog(database.store, tenant)).map(({ envelope }) => leafHash(envelope));
    const { manager } = database.dataSource;
    const checkpoints = await manager.find(checkpointEntity, { where: { tenant }, order: { size: 'ASC' } });
    expect(checkpoints.length).toBeGreaterThan(20);
    expect(checkpoints.at(-1)).toMatchObject({ size: leaves.length, root: rootOf(leaves) });
    const indexes: unknown[] = await manager.query(
      'SELECT index::int FROM notary.leaf WHERE tenant_id = $1 ORDER BY 1',
      [tenant],
    );
    expect(indexes).toEqual(leaves.map((_, index) => ({ index })));

    const hashAt = hashesOf(leaves);
    for (const [n, earlier] of checkpoints.entries()) {
      const later = checkpoints.slice(n);
      const broken = later.filter(
        (each) => !consistencyHolds(earlier, each, consistencyProof(earlier.size, each.size, hashAt)),
      );
      expect(broken).toEqual([]);
    }
  }, 120_000);
});
