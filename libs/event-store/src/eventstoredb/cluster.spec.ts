import { given } from '../../../../test/eventstoredb-server/given-server.js';
import { ServerLog } from '../../../../test/eventstoredb-server/server-log.js';
import { idsOf, readAll } from '../testing/reading.js';
import { appendTo, newTenant } from '../testing/sample-append.js';

const its = given();

/** Two servers with one log, the second following the first. */
async function cluster() {
  const log = new ServerLog();
  const [first, second] = [await its.server({ log }), await its.server({ log })];
  second.faults.leader = first;
  return { first, second };
}

describe('a cluster', () => {
  it('is written and read at its leader, whichever server is named', async () => {
    const { first, second } = await cluster();
    const hosts = `${second.host}:${second.port},${first.host}:${first.port}`;
    const tenant = newTenant();
    const texts = [
      second.connectionString(),
      first.connectionString(),
      second.connectionString().replace('esdb:', 'esdb+discover:'),
      `esdb://${hosts}?tls=false`,
    ];
    for (const [n, text] of texts.entries()) {
      const store = await its.store(text);
      const result = await store.append(appendTo({ tenant, name: 'budget-SN.2025' }));
      expect(result).toMatchObject({ outcome: 'appended', revision: n });
      expect(await readAll(store, tenant)).toHaveLength(n + 1);
    }
  });

  it('may change its leader while it is written to', async () => {
    const { first, second } = await cluster();
    const store = await its.store(
      `esdb://${first.host}:${first.port},${second.host}:${second.port}?tls=false`,
    );
    const tenant = newTenant();
    const appends = Array.from({ length: 12 }, () => appendTo({ tenant, name: 'budget-SN.2025' }));

    for (const [n, append] of appends.entries()) {
      if (n % 3 === 0) {
        const [leader, follower] = n % 2 === 0 ? [second, first] : [first, second];
        leader.faults.leader = undefined;
        follower.faults.leader = leader;
      }
      expect(await store.append(append)).toMatchObject({ outcome: 'appended', revision: n });
    }

    expect(idsOf(await readAll(store, tenant))).toEqual(appends.map(({ events }) => events[0]!.id));
  });

  it('goes on where its leader is gone for good', async () => {
    const { first, second } = await cluster();
    const store = await its.store(
      `esdb://${first.host}:${first.port},${second.host}:${second.port}?tls=false`,
    );
    const tenant = newTenant();
    await store.append(appendTo({ tenant, name: 'budget-SN.2025' }));

    first.kill();
    second.faults.leader = undefined;

    expect(await store.append(appendTo({ tenant, name: 'budget-SN.2025' }))).toMatchObject({ revision: 1 });
    expect(await store.heads()).toMatchObject([{ tenant }]);
  });
});
