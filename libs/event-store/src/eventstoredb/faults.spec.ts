import { once } from 'node:events';
import { randomUUID } from 'node:crypto';
import type { AppendFault } from '../../../../test/eventstoredb-server/faults.js';
import { given } from '../../../../test/eventstoredb-server/given-server.js';
import { EventStoreUnavailableError, EventTooLargeError } from '../errors.js';
import { collect, follow, idsOf, positionsOf, readAll } from '../testing/reading.js';
import { appendTo, newEvent, newEvents, newTenant } from '../testing/sample-append.js';

const its = given();
const logStream = /^municipality-[^:]*:/;
const never = 3_600_000;

describe('an append', () => {
  /** Where nothing is recorded, the second attempt meets the fault as well. */
  const faults: readonly (readonly AppendFault[])[] = [
    ['no-answer', 'no-answer'],
    ['cut-before', 'cut-before'],
    ['unavailable', 'unavailable'],
    ['lost-answer'],
    ['cut-after'],
  ];
  const streams = [
    ['the log', logStream],
    ['the register of municipalities', /^paragraf\.municipalities$/],
  ] as const;
  const cases = faults.flatMap((met) => streams.map(([where, stream]) => [met, where, stream] as const));

  it.each(cases)('that meets %p in %s is recorded once, and says so', async (met, _, stream) => {
    const server = await its.server();
    const store = await its.store(server.connectionString());
    server.faults.appends.push(...met.map((fault) => ({ stream, fault })));
    const append = appendTo({ tenant: newTenant(), name: 'budget-SN.2025' }, { events: newEvents(2) });

    const result = await store.append(append);

    expect(server.faults.appends).toEqual([]);
    const recorded = await collect(store.readStream(append.stream));
    const { revision, position, recordedAt } = recorded[1]!.record;
    expect(result).toEqual({ outcome: 'appended', revision, position, recordedAt });
    expect(idsOf(recorded)).toEqual(append.events.map(({ id }) => id));
  });

  it('to a server that is slower than an attempt may be is recorded once', async () => {
    const server = await its.server();
    const store = await its.store(server.connectionString(), { attemptMs: 100, deadlineMs: 30_000 });
    const tenant = newTenant();
    await store.append(appendTo({ tenant, name: 'budget-SN.2025' }));
    server.faults.delayMs = 150;
    const appends = [1, 2, 3].map((key) => appendTo({ tenant, name: `budget-SN.${key}` }));

    const results = await Promise.all(appends.map((append) => store.append(append)));

    expect(results.map(({ outcome }) => outcome)).toEqual(Array(3).fill('appended'));
    expect(await readAll(store, tenant)).toHaveLength(4);
  });

  it('that is never answered is given up in time, and can be repeated', async () => {
    const server = await its.server();
    const store = await its.store(server.connectionString(), { attemptMs: 50, deadlineMs: 400 });
    const appends = [1, 2].map(() => appendTo({ tenant: newTenant(), name: 'budget-SN.2025' }));
    for (let n = 0; n < 1_000; n += 1) server.faults.appends.push({ stream: logStream, fault: 'no-answer' });

    const results = await Promise.allSettled(appends.map((append) => store.append(append)));
    server.faults.appends.length = 0;

    for (const result of results) {
      expect(result).toMatchObject({ reason: { constructor: EventStoreUnavailableError } });
    }
    for (const append of appends) {
      // The last attempt may have reached the server after it was given up.
      expect(await store.append(append)).toMatchObject({ revision: 0 });
      expect(idsOf(await collect(store.readStream(append.stream)))).toEqual([append.events[0]!.id]);
    }
  });

  it('does not ask what the server can do', async () => {
    const server = await its.server();
    server.faults.capabilitiesFail = true;
    const store = await its.store(server.connectionString());

    const result = await store.append(appendTo({ tenant: newTenant(), name: 'budget-SN.2025' }));

    expect(result.outcome).toBe('appended');
  });

  it('that is larger as a whole than the server takes is refused', async () => {
    const server = await its.server({ maxAppendSize: 100_000 });
    const store = await its.store(server.connectionString());
    const append = appendTo(
      { tenant: newTenant(), name: 'budget-SN.2025' },
      { events: [1, 2].map(() => newEvent({ data: 'x'.repeat(60_000) })) },
    );

    await expect(store.append(append)).rejects.toMatchObject({
      constructor: EventTooLargeError,
      maxBytes: 100_000,
    });
    expect(await collect(store.readStream(append.stream))).toEqual([]);
  });
});

describe('a read', () => {
  it('goes on where it was when its connection is cut', async () => {
    const server = await its.server();
    const store = await its.store(server.connectionString());
    const stream = { tenant: newTenant(), name: 'budget-SN.2025' };
    await store.append(appendTo(stream, { events: newEvents(30) }));
    const events = await collect(store.readStream(stream));

    for (const direction of ['forwards', 'backwards'] as const) {
      const expected = direction === 'forwards' ? events : events.toReversed();
      server.faults.cutReadsAfter.push(7, 0, 11);
      expect(await collect(store.readStream(stream, { direction }))).toEqual(expected);
      server.faults.cutReadsAfter.push(7, 0, 11);
      expect((await store.readLog(stream.tenant, { direction, limit: 20 })).events).toEqual(
        expected.slice(0, 20),
      );
    }
    expect(server.faults.cutReadsAfter).toEqual([]);
  });

  it('that is never answered is made again', async () => {
    const server = await its.server();
    const store = await its.store(server.connectionString(), { deadlineMs: 1_000, scanSilenceMs: 300 });
    const stream = { tenant: newTenant(), name: 'budget-SN.2025' };
    await store.append(appendTo(stream));

    server.faults.silentReads = 1;
    expect(await collect(store.readStream(stream))).toHaveLength(1);
    server.faults.silentReads = 1;
    expect((await store.readLog(stream.tenant, { limit: 1 })).events).toHaveLength(1);
    server.faults.silentReads = 1_000;
    await expect(store.ping()).rejects.toThrow(EventStoreUnavailableError);
  });

  it('does not let the server run ahead of whoever reads', async () => {
    const server = await its.server({ maxAppendSize: 2 ** 24 });
    const store = await its.store(server.connectionString(), { attemptMs: 5_000 });
    const stream = { tenant: newTenant(), name: 'budget-SN.2025' };
    const events = Array.from({ length: 200 }, () => newEvent({ data: 'x'.repeat(20_000) }));
    await store.append(appendTo(stream, { events }));
    const before = server.traffic.sent;

    const stalled = once(server.traffic, 'stalled');
    const reading = store.readStream(stream);
    await reading.next();
    await stalled;

    expect(server.traffic.sent - before).toBeLessThan(200);
    expect(await collect(reading)).toHaveLength(199);
  });

  it('stops loudly where somebody else has written to a stream of the log', async () => {
    const server = await its.server();
    const store = await its.store(server.connectionString());
    const stream = { tenant: newTenant(), name: 'budget-SN.2025' };
    await store.append(appendTo(stream));
    const foreign = { id: randomUUID(), type: 'Foreign', contentType: 'application/json' };
    server.log.append(`${stream.tenant}:${stream.name}`, 'any', [
      { ...foreign, data: Buffer.from('{}'), metadata: Buffer.from('{}') },
    ]);

    await expect(collect(store.readStream(stream))).rejects.toThrow('was not written by this log');
    await expect(readAll(store, stream.tenant)).rejects.toThrow('was not written by this log');
  });
});

describe('a follower', () => {
  it('meets each event once, whatever its subscription repeats or says too early', async () => {
    const server = await its.server();
    server.faults.duplicatesOnSubscribe = 5;
    server.faults.earlyMarks = true;
    const store = await its.store(server.connectionString(), { pollIntervalMs: never });
    const other = await its.store(server.connectionString());
    const tenant = newTenant();
    const append = async () => {
      await other.append(appendTo({ tenant, name: 'budget-SN.2025' }));
      server.cutConnections();
    };
    for (let n = 0; n < 3; n += 1) await append();

    const events = await follow(store, tenant, 8, { pageSize: 1, onPage: append });

    expect(events).toEqual((await readAll(store, tenant)).slice(0, events.length));
    expect(new Set(positionsOf(events)).size).toBe(events.length);
  });

  it('is woken by a subscription that was cut, though nobody polls', async () => {
    const server = await its.server();
    const store = await its.store(server.connectionString(), { pollIntervalMs: never });
    const other = await its.store(server.connectionString());
    const tenant = newTenant();
    const following = follow(store, tenant, 5, { pageSize: 1 });

    for (let n = 0; n < 5; n += 1) {
      server.cutConnections();
      await other.append(appendTo({ tenant, name: 'budget-SN.2025' }));
    }

    expect(await following).toHaveLength(5);
  });
});
