import { given } from '../../../../test/eventstoredb-server/given-server.js';
import { ServerLog } from '../../../../test/eventstoredb-server/server-log.js';
import { readAll } from '../testing/reading.js';
import { appendTo, newEvents, newTenant } from '../testing/sample-append.js';
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
  it("stands still where the server's clock goes back, whoever appends", async () => {
    let now = Date.parse('2026-03-29T02:59:59.000Z');
    const server = await its.server({ log: new ServerLog(() => now) });
    const [store, follower] = [
      await its.store(server.connectionString()),
      await its.store(server.connectionString()),
    ];
    const tenant = newTenant();
    const append = (by: typeof store, key: number) =>
      by.append(appendTo({ tenant, name: `budget-SN.${key}` }, { events: newEvents(2) }));

    await append(store, 1);
    now -= 3_600_000;
    await append(store, 2);
    await follower.heads();
    await append(follower, 3);
    await append(await its.store(server.connectionString()), 4);
    now += 7_200_000;
    const last = await append(follower, 5);

    const times = (await readAll(follower, tenant)).map(({ record }) => record.recordedAt);
    const [before, after] = ['2026-03-29T02:59:59.000Z', '2026-03-29T03:59:59.000Z'];
    expect(times).toEqual([...Array<string>(8).fill(before), after, after]);
    expect(last).toMatchObject({ recordedAt: after });
    const backwards = await readAll(store, tenant, { direction: 'backwards', limit: 1 });
    expect(backwards.map(({ record }) => record.recordedAt)).toEqual(times.toReversed());
  });

  it('is the same for all events of an append, though the server tells them apart', async () => {
    let now = Date.parse('2026-03-29T12:00:00.000Z');
    const server = await its.server({ log: new ServerLog(() => (now += 7)) });
    const store = await its.store(server.connectionString());
    const stream = { tenant: newTenant(), name: 'budget-SN.2025' };

    const result = await store.append(appendTo(stream, { events: newEvents(3) }));

    for (const direction of ['forwards', 'backwards'] as const) {
      for (const limit of [1, 2, 3]) {
        const events = await readAll(store, stream.tenant, { direction, limit });
        const times = new Set(events.map(({ record }) => record.recordedAt));
        expect([...times]).toEqual(['recordedAt' in result && result.recordedAt]);
      }
    }
  });
});
