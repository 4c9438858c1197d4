import { given } from '../../../../test/eventstoredb-server/given-server.js';
import { copyLog } from '../copy-log.js';
import { erasureStream, erasureType } from '../erasure.js';
import type { EventStore } from '../event-store.js';
import { InMemoryEventStore } from '../in-memory.adapter.js';
import { collect, readAll } from '../testing/reading.js';
import { appendTo, newEvent, newTenant } from '../testing/sample-append.js';

const its = given();

/** A stream of three events, of which the second is decided to be erased; answers its id. */
async function decideToErase(store: EventStore, tenant: string): Promise<string> {
  const stream = { tenant, name: 'budget-SN.2025' };
  const events = Array.from({ length: 3 }, () => newEvent());
  await store.append(appendTo(stream, { events }));
  const named = [{ id: events[1]!.id, stream: stream.name, revision: 1, type: events[1]!.event.type }];
  const decision = newEvent({ type: erasureType, data: { events: named, reason: 'Gallring' } });
  await store.append(appendTo({ tenant, name: erasureStream }, { events: [decision] }));
  return events[1]!.id;
}

async function readsAsErased(store: EventStore, tenant: string, id: string): Promise<void> {
  const events = await readAll(store, tenant);
  expect(events.map(({ record }) => record.erased)).toEqual([undefined, true, undefined, undefined]);
  expect(await collect(store.readStream({ tenant, name: 'budget-SN.2025' }))).toEqual(events.slice(0, 3));
  expect(await store.findEvent(tenant, id)).toEqual(events[1]);
  const { events: sealed } = await store.readSealed(tenant, { limit: 10 });
  expect(sealed.map(({ content, salt }) => content === null && salt === null)).toEqual([
    false,
    true,
    false,
    false,
  ]);
}

describe('an erased event', () => {
  it('is left out by every process, those that have read it before and those that come later', async () => {
    const server = await its.server();
    const [here, there] = [
      await its.store(server.connectionString()),
      await its.store(server.connectionString(), { pollIntervalMs: 1 }),
    ];
    const tenant = newTenant();
    const id = await decideToErase(here, tenant);
    expect((await there.findEvent(tenant, id))?.record.erased).toBeUndefined();

    expect(await here.erase(tenant, [id])).toBe(1);

    await readsAsErased(here, tenant, id);
    while (!(await there.findEvent(tenant, id))?.record.erased);
    await readsAsErased(there, tenant, id);
    await readsAsErased(await its.store(server.connectionString()), tenant, id);
    expect(await there.erase(tenant, [id])).toBe(0);
    // What the operator needs who blanks it on the servers.
    const [written] = server.log.stream(`paragraf.erased.${tenant}`);
    expect(JSON.parse(Buffer.from(written!.data).toString())).toEqual({
      events: [{ id, stream: 'budget-SN.2025', revision: 1 }],
    });
  });

  it('is written down once, though an attempt to do so was lost', async () => {
    const server = await its.server();
    const store = await its.store(server.connectionString());
    const tenant = newTenant();
    const id = await decideToErase(store, tenant);
    server.faults.appends.push(
      { stream: /^paragraf\.erased\./, fault: 'cut-before' },
      { stream: /^paragraf\.erased\./, fault: 'lost-answer' },
    );

    expect(await store.erase(tenant, [id])).toBe(1);

    expect(server.log.stream(`paragraf.erased.${tenant}`)).toHaveLength(1);
    await readsAsErased(store, tenant, id);
  });

  it('reads as before once it has been blanked on the server, and the log goes on behind it', async () => {
    const server = await its.server();
    const store = await its.store(server.connectionString());
    const tenant = newTenant();
    const id = await decideToErase(store, tenant);
    await store.erase(tenant, [id]);
    const before = await readAll(store, tenant);

    server.log.redact(`${tenant}:budget-SN.2025`, 1);
    server.log.redact(`${tenant}:budget-SN.2025`, 2);

    expect((await readAll(store, tenant)).slice(0, 2)).toEqual(before.slice(0, 2));
    expect((await readAll(store, tenant))[2]).toMatchObject({ data: null, record: { erased: true } });
    const opened = await its.store(server.connectionString());
    const result = await opened.append(appendTo({ tenant, name: 'budget-SN.2025' }, { expected: 2 }));
    expect(result).toMatchObject({ outcome: 'appended', revision: 3 });
    const copy = new InMemoryEventStore();
    expect(await copyLog({ source: opened, target: copy, tenant })).toBe(5);
    const erased = (await readAll(copy, tenant)).map(({ record }) => record.erased);
    expect(erased).toEqual([undefined, true, true, undefined, undefined]);
  });
});
