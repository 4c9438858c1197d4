import { given } from '../../../../test/eventstoredb-server/given-server.js';
import type { EventStoreDbTestServer } from '../../../../test/eventstoredb-server/server.js';
import type { Append, AppendResult } from '../event-store.js';
import { follow, idsOf, isAscending, positionsOf, readAll } from '../testing/reading.js';
import { appendTo, newEvents, newTenant } from '../testing/sample-append.js';

const its = given();
const writers = 6;
const appendsEach = 15;
const streams = 4;

function appendsOf(tenant: string, writer: number): Append[] {
  return Array.from({ length: appendsEach }, (_, n) =>
    appendTo({ tenant, name: `budget-SN.${(writer + n) % streams}` }, { events: newEvents(1 + (n % 2)) }),
  );
}

/** Kills the server each time when it has recorded so many more events, before it can say so, and starts it again. */
function crashAfterEvery(count: number, server: EventStoreDbTestServer) {
  let [crashes, next] = [0, count];
  let restarting: Promise<void> | undefined;
  const crash = (): void => {
    if (restarting || server.log.records.length < next) return;
    crashes += 1;
    next = server.log.records.length + count;
    server.kill();
    restarting = server.start().then(() => (restarting = undefined));
  };
  server.log.on('appended', crash);
  return {
    async stop(): Promise<number> {
      server.log.off('appended', crash);
      await restarting;
      return crashes;
    },
  };
}

describe('a server that is killed and started again under load', () => {
  it('loses nothing, doubles nothing, and is found again by all who write and follow', async () => {
    const server = await its.server();
    const store = await its.store(server.connectionString(), { deadlineMs: 25_000 });
    const tenant = newTenant();
    const work = Array.from({ length: writers }, (_, writer) => appendsOf(tenant, writer));
    const ids = work.flat().flatMap(({ events }) => events.map(({ id }) => id));
    const results = new Map<Append, AppendResult>();
    const following = follow(store, tenant, ids.length, { pageSize: 5 });

    const crashes = crashAfterEvery(20, server);
    await Promise.all(
      work.map(async (appends) => {
        for (const append of appends) results.set(append, await store.append(append));
      }),
    );
    const seen = await following;

    expect(await crashes.stop()).toBeGreaterThan(5);
    expect(idsOf(seen).toSorted()).toEqual(ids.toSorted());
    expect(isAscending(store, positionsOf(seen))).toBe(true);
    expect(await readAll(store, tenant)).toEqual(seen);
    const recorded = new Map(seen.map((event) => [event.record.id, event.record]));
    for (const [{ events }, result] of results) {
      const { revision, position, recordedAt } = recorded.get(events.at(-1)!.id)!;
      expect(result).toEqual({ outcome: 'appended', revision, position, recordedAt });
    }
  });

  it('is found again by a store that was idle, and by one that is opened meanwhile', async () => {
    const server = await its.server();
    const [idle, other] = [
      await its.store(server.connectionString()),
      await its.store(server.connectionString()),
    ];
    const tenant = newTenant();
    await other.append(appendTo({ tenant, name: 'budget-SN.2025' }));
    const heads = await idle.heads();

    server.kill();
    const opening = its.store(server.connectionString());
    await server.start();

    const opened = await opening;
    expect(await opened.heads()).toEqual(heads);
    expect(await idle.heads()).toEqual(heads);
    const result = await opened.append(appendTo({ tenant, name: 'budget-SN.2025' }, { expected: 0 }));
    expect(result).toMatchObject({ outcome: 'appended', revision: 1 });
    expect(await idle.heads()).toEqual([{ tenant, position: 'position' in result && result.position }]);
  });
});
