import { statusOf } from './status.adapter.js';
import {
  appendOf,
  fill,
  newTenant,
  notaryDatabase,
  testNotary,
  type NotaryDatabase,
} from './testing/index.js';

let database: NotaryDatabase;

beforeAll(async () => {
  database = await notaryDatabase();
});

afterAll(() => database.drop());

const statusFor = async (tenant: string) =>
  (await statusOf(database.dataSource.manager, database.store)).find((status) => status.tenant === tenant);
const instant = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/) as string;

describe('the status of a log', () => {
  it('tells what no checkpoint covers, and since when', async () => {
    const tenant = newTenant();
    await fill(database.store, tenant, 3);
    const first = await database.store.readLog(tenant, { limit: 1 });
    expect(await statusFor(tenant)).toEqual({
      tenant,
      size: 0,
      signedSize: 0,
      signedAt: null,
      unsigned: 3,
      unsignedSince: first.events[0]?.record.recordedAt,
      alarm: null,
    });

    await testNotary(database.dataSource, database.store).notary.catchUp(tenant);
    expect(await statusFor(tenant)).toEqual({
      tenant,
      size: 3,
      signedSize: 3,
      signedAt: instant,
      unsigned: 0,
      unsignedSince: null,
      alarm: null,
    });

    const { recordedAt } = (await database.store.append(appendOf(tenant))) as { recordedAt: string };
    expect(await statusFor(tenant)).toMatchObject({
      signedSize: 3,
      unsigned: 1,
      unsignedSince: recordedAt,
    });
  });

  it('counts no further than it has to', async () => {
    const tenant = newTenant();
    await fill(database.store, tenant, 1_001);
    expect(await statusFor(tenant)).toMatchObject({ unsigned: 1_000 });
  });

  it('tells of an alarm, also where the log is gone', async () => {
    const tenant = newTenant();
    await fill(database.store, tenant, 1);
    const { notary } = testNotary(database.dataSource, database.store);
    await notary.catchUp(tenant);
    await database.tamper('DELETE FROM event_store.event WHERE tenant_id = $1', [tenant]);
    await database.dataSource.query('DELETE FROM event_store.log_head WHERE tenant_id = $1', [tenant]);
    await notary.catchUp(tenant);
    expect(await statusFor(tenant)).toMatchObject({
      size: 1,
      unsigned: 0,
      alarm: { cause: { code: 'log-truncated' }, since: instant },
    });
  });
});
