import { jest } from '@jest/globals';
import { given } from '../../../../test/eventstoredb-server/given-server.js';
import { readAll } from '../testing/reading.js';
import { appendTo, newEvents, newTenant } from '../testing/sample-append.js';
import { RecordedTimes } from './recorded-times.js';

const its = given();
/** The adapter waits in real time; only what it takes for the time of day is made up. */
const everythingButDate: FakeTimersConfig['doNotFake'] = [
  'hrtime',
  'nextTick',
  'performance',
  'queueMicrotask',
  'setImmediate',
  'clearImmediate',
  'setInterval',
  'clearInterval',
  'setTimeout',
  'clearTimeout',
];

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
  afterEach(() => void jest.useRealTimers());

  it("stands still where a process's clock goes back, whoever appends", async () => {
    const before = '2026-03-29T02:59:59.000Z';
    const server = await its.server();
    const [store, follower] = [
      await its.store(server.connectionString()),
      await its.store(server.connectionString()),
    ];
    const tenant = newTenant();
    const append = (by: typeof store, key: number) =>
      by.append(appendTo({ tenant, name: `budget-SN.${key}` }, { events: newEvents(2) }));
    jest.useFakeTimers({ now: new Date(before), doNotFake: everythingButDate });

    await append(store, 1);
    jest.setSystemTime(Date.parse(before) - 3_600_000);
    await append(store, 2);
    await follower.heads();
    await append(follower, 3);
    await append(await its.store(server.connectionString()), 4);
    jest.setSystemTime(Date.parse(before) + 3_600_000);
    const last = await append(follower, 5);

    const times = (await readAll(follower, tenant)).map(({ record }) => record.recordedAt);
    const after = '2026-03-29T03:59:59.000Z';
    expect(times).toEqual([...Array<string>(8).fill(before), after, after]);
    expect(last).toMatchObject({ recordedAt: after });
    const backwards = await readAll(store, tenant, { direction: 'backwards', limit: 1 });
    expect(backwards.map(({ record }) => record.recordedAt)).toEqual(times.toReversed());
  });

  it('is the same for all events of an append', async () => {
    const server = await its.server();
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
