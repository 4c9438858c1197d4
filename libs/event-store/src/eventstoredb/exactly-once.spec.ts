import { hashOfEnvelope, parseEnvelope } from '#libs/proof';
import type { StreamId } from '#libs/kernel';
import { given } from '../../../../test/eventstoredb-server/given-server.js';
import type { EventStoreDbTestServer } from '../../../../test/eventstoredb-server/server.js';
import { PartialOverlapError } from '../errors.js';
import type { EventStore } from '../event-store.js';
import { collect, idsOf, readAll } from '../testing/reading.js';
import { appendTo, metadata, newEvent, newEvents, newTenant } from '../testing/sample-append.js';

const its = given();
const withKey = () => ({ metadata: metadata({ requestHash: 'ab'.repeat(32) }) });

/** How many calls the work takes. */
async function callsOf({ traffic }: EventStoreDbTestServer, work: () => Promise<unknown>) {
  const [reads, appends] = [traffic.reads, traffic.appends];
  await work();
  return { reads: traffic.reads - reads, appends: traffic.appends - appends };
}

/** Whether every envelope of the stream names the one before it. */
async function isChained(store: EventStore, { tenant, name }: StreamId): Promise<boolean> {
  const { events } = await store.readSealed(tenant, { limit: 1_000 });
  const envelopes = events
    .map(({ envelope }) => envelope)
    .filter((envelope) => parseEnvelope(envelope).stream === `${tenant}:${name}`);
  return envelopes.every((envelope, n) => {
    const before = envelopes[n - 1];
    return parseEnvelope(envelope).prev === (before === undefined ? null : hashOfEnvelope(before));
  });
}

async function twoProcesses() {
  const server = await its.server();
  // Calls are counted: none may be made twice because the machine has other things to do.
  const patient = { attemptMs: 10_000, deadlineMs: 20_000 };
  const [here, there] = [
    await its.store(server.connectionString(), patient),
    await its.store(server.connectionString(), patient),
  ];
  return { server, here, there, stream: { tenant: newTenant(), name: 'budget-SN.2025' } };
}

describe('an append', () => {
  it('is one call where the stream is new, was appended to, or has been read', async () => {
    const { server, here, there, stream } = await twoProcesses();
    await here.append(appendTo({ ...stream, name: 'budget-SN.2024' }));
    const append = (store: EventStore, expected: 'noStream' | number) => () =>
      store.append(appendTo(stream, { expected, events: newEvents(2) }));

    const one = { reads: 0, appends: 1 };
    expect(await callsOf(server, append(here, 'noStream'))).toEqual(one);
    expect(await callsOf(server, append(here, 1))).toEqual(one);
    await there.append(appendTo({ ...stream, name: 'budget-SN.2024' }));
    await collect(there.readStream(stream));
    expect(await callsOf(server, append(there, 3))).toEqual(one);
    expect(await callsOf(server, append(here, 5))).not.toEqual(one);
    expect(await collect(here.readStream(stream))).toHaveLength(8);
    expect(await isChained(here, stream)).toBe(true);
  });

  it('takes one call more with a key, to see what others have recorded', async () => {
    const { server, here, stream } = await twoProcesses();
    for (let n = 0; n < 2; n += 1) await here.append(appendTo(stream, withKey()));

    const append = () => here.append(appendTo(stream, { expected: 1, ...withKey() }));

    expect(await callsOf(server, append)).toEqual({ reads: 1, appends: 1 });
  });
});

describe('one command in two processes', () => {
  it.each(['noStream', 0] as const)('is recorded once, expecting %p', async (expected) => {
    const { here, there, stream } = await twoProcesses();
    if (expected === 0) await here.append(appendTo(stream, { expected: 'noStream' }));
    if (expected === 0) await collect(there.readStream(stream));
    const append = appendTo(stream, { expected, events: newEvents(2) });

    const results = await Promise.all([here, there, here, there].map((store) => store.append(append)));

    const first = results.find(({ outcome }) => outcome === 'appended');
    const others = results.filter((result) => result !== first);
    expect(others).toEqual(others.map(() => ({ ...first, outcome: 'duplicate' })));
    const before = expected === 0 ? 1 : 0;
    expect(idsOf(await collect(here.readStream(stream))).slice(before)).toEqual(
      append.events.map(({ id }) => id),
    );
    // Whoever was later has sealed another envelope; nothing may follow on that one.
    for (const store of [there, here]) {
      await store.append(appendTo(stream, { events: newEvents(2) }));
      expect(await isChained(store, stream)).toBe(true);
    }
  });

  it('is recognised long afterwards, and is refused in another stream', async () => {
    const { here, there, stream } = await twoProcesses();
    const append = appendTo(stream, { events: newEvents(2), ...withKey() });
    const first = await here.append(append);
    for (let n = 0; n < 5; n += 1) await here.append(appendTo(stream, { expected: n + 1 }));

    expect(await there.append(append)).toEqual({ ...first, outcome: 'duplicate' });
    const elsewhere = { ...append, stream: { ...stream, name: 'budget-SN.2026' } };
    await expect(there.append(elsewhere)).rejects.toThrow(PartialOverlapError);
    expect(await readAll(there, stream.tenant)).toHaveLength(7);
  });

  it('may go to another stream where nothing was recorded in the first', async () => {
    const { here, there, stream } = await twoProcesses();
    const append = appendTo(stream, { events: [newEvent()], expected: 'exists', ...withKey() });
    expect((await here.append(append)).outcome).toBe('conflict');

    const elsewhere = { ...stream, name: 'budget-SN.2026' };
    expect((await there.append({ ...append, stream: elsewhere, expected: 'any' })).outcome).toBe('appended');
    const found = await here.findEvent(stream.tenant, append.events[0]!.id);
    expect(found?.record.stream).toBe(`${stream.tenant}:budget-SN.2026`);
  });
});
