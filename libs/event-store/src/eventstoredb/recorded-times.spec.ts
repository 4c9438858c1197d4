import { given } from '../../../../test/eventstoredb-server/given-server.js';
import { ServerLog } from '../../../../test/eventstoredb-server/server-log.js';
import { compareLogs, copyLog } from '../copy-log.js';
import type { EventStore } from '../event-store.js';
import { InMemoryEventStore } from '../in-memory.adapter.js';
import { readAll } from '../testing/reading.js';
import { appendTo, newEvents, newTenant } from '../testing/sample-append.js';
import type { EventStoreDbEventStore } from './eventstoredb.adapter.js';
import { RecordedTimes } from './recorded-times.js';

const its = given();

describe('the time of the last event of a municipality', () => {
  it('is the latest that was heard of', () => {
    const times = new RecordedTimes();
    for (const time of ['2026-03-29T02:00:00.000Z', '2026-03-29T03:00:00.000Z', '2026-03-29T01:00:00.000Z']) {
      times.note('alingsas', time);
    }
    expect(times.of('alingsas')).toBe('2026-03-29T03:00:00.000Z');
    expect(times.of('partille')).toBeUndefined();
  });
});

describe('recordedAt', () => {
  const summer = '2026-03-29T02:59:59.000Z';

  async function processesWithClock(clock: () => number, count: number) {
    const server = await its.server();
    const stores: EventStoreDbEventStore[] = [];
    for (let n = 0; n < count; n += 1) {
      stores.push(await its.store(server.connectionString(), {}, () => new Date(clock())));
    }
    return { server, stores };
  }

  const append = (by: EventStore, tenant: string, key: number) =>
    by.append(appendTo({ tenant, name: `budget-SN.${key}` }, { expected: 'noStream', events: newEvents(2) }));

  it("stands still where the clock goes back, for whoever knows of the log's last event", async () => {
    let now = Date.parse(summer);
    const { server, stores } = await processesWithClock(() => now, 2);
    const [store, follower] = stores as [EventStoreDbEventStore, EventStoreDbEventStore];
    const tenant = newTenant();

    await append(store, tenant, 1);
    now -= 3_600_000;
    await append(store, tenant, 2);
    await follower.heads();
    await append(follower, tenant, 3);
    await append(await its.store(server.connectionString(), {}, () => new Date(now)), tenant, 4);
    now += 7_200_000;
    const last = await append(follower, tenant, 5);

    const times = (await readAll(follower, tenant)).map(({ record }) => record.recordedAt);
    const after = '2026-03-29T03:59:59.000Z';
    expect(times).toEqual([...Array<string>(8).fill(summer), after, after]);
    expect(last).toMatchObject({ recordedAt: after });
  });

  it('never goes back within a stream, though a process whose clock is behind knows nothing of its log', async () => {
    const clocks = [Date.parse(summer), Date.parse(summer) - 5_000];
    const server = await its.server();
    const [ahead, behind] = [
      await its.store(server.connectionString(), {}, () => new Date(clocks[0]!)),
      await its.store(server.connectionString(), {}, () => new Date(clocks[1]!)),
    ];
    const tenant = newTenant();
    const stream = { tenant, name: 'budget-SN.1' };
    await append(ahead, tenant, 1);

    await append(behind, tenant, 2);
    await behind.append(appendTo(stream, { expected: 1 }));

    const events = await readAll(behind, tenant);
    expect(events.map(({ record }) => [record.stream.slice(-1), record.recordedAt])).toEqual([
      ['1', summer],
      ['1', summer],
      ['2', '2026-03-29T02:59:54.000Z'],
      ['2', '2026-03-29T02:59:54.000Z'],
      ['1', summer],
    ]);
    // Clocks were apart; the log can be copied all the same.
    const copy = new InMemoryEventStore();
    expect(await copyLog({ source: behind, target: copy, tenant })).toBe(5);
    expect(await compareLogs({ source: behind, target: copy, tenant })).toBe(5);
  });

  it("does not depend on the server's clock, and is the same for all events of an append", async () => {
    let now = Date.parse('1999-01-01T00:00:00.000Z');
    const server = await its.server({ log: new ServerLog(() => (now += 7)) });
    const store = await its.store(server.connectionString(), {}, () => new Date(summer));
    const tenant = newTenant();

    const result = await append(store, tenant, 1);

    const events = await readAll(store, tenant);
    expect(events.map(({ record }) => record.recordedAt)).toEqual([summer, summer]);
    expect(result).toMatchObject({ recordedAt: summer });
  });
});
