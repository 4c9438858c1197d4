import { erasureStream, erasureType } from '../erasure.js';
import { NotDecidedError } from '../errors.js';
import type { EventStore } from '../event-store.js';
import { collect, readAll } from './reading.js';
import { appendTo, decided, newEvent, newTenant } from './sample-append.js';

/** Three events, and a decision that erases those of the given places. */
async function decidedToErase(store: EventStore, ...places: readonly number[]) {
  const tenant = newTenant();
  const stream = { tenant, name: 'budget-SN.2023' };
  for (let n = 0; n < 3; n += 1) await store.append(appendTo(stream));
  const log = await readAll(store, tenant);
  const events = places.map((n) => ({
    id: log[n]!.record.id,
    stream: stream.name,
    revision: n,
    type: decided.type,
  }));
  const decision = newEvent({ type: erasureType, data: { events, reason: 'Gallring' } });
  await store.append(appendTo({ tenant, name: erasureStream }, { events: [decision] }));
  return { tenant, stream, ids: log.map(({ record }) => record.id) };
}

export function erasingContract(store: () => EventStore): void {
  it('destroys contents and salts, and leaves the envelopes', async () => {
    const { tenant, stream, ids } = await decidedToErase(store(), 0, 2);
    const before = (await store().readSealed(tenant, { limit: 10 })).events;

    expect(await store().erase(tenant, [ids[0]!, ids[2]!])).toBe(2);

    const after = (await store().readSealed(tenant, { limit: 10 })).events;
    const gone = { content: null, salt: null };
    expect(after).toEqual([{ ...before[0], ...gone }, before[1], { ...before[2], ...gone }, before[3]]);
    const events = await collect(store().readStream(stream));
    expect(events.map(({ record }) => record.erased)).toEqual([true, undefined, true]);
    expect(events.map(({ data }) => data)).toEqual([null, decided.data, null]);
    expect(await store().findEvent(tenant, ids[0]!)).toEqual(events[0]);
    expect((await readAll(store(), tenant)).slice(0, 3)).toEqual(events);
  });

  it('changes nothing when it is repeated', async () => {
    const { tenant, ids } = await decidedToErase(store(), 0);
    await store().erase(tenant, [ids[0]!]);
    const before = (await store().readSealed(tenant, { limit: 10 })).events;

    expect(await store().erase(tenant, [ids[0]!])).toBe(0);
    expect((await store().readSealed(tenant, { limit: 10 })).events).toEqual(before);
  });

  it('lets the log go on behind what was erased', async () => {
    const { tenant, stream, ids } = await decidedToErase(store(), 2);
    await store().erase(tenant, [ids[2]!]);

    expect(await store().append(appendTo(stream, { expected: 2 }))).toMatchObject({ revision: 3 });
  });

  it('refuses what no recorded decision names, all of it', async () => {
    const { tenant, ids } = await decidedToErase(store(), 0);
    const before = await readAll(store(), tenant);

    await expect(store().erase(tenant, [ids[0]!, ids[1]!])).rejects.toThrow(new NotDecidedError([ids[1]!]));
    expect(await readAll(store(), tenant)).toEqual(before);
  });

  it("refuses to erase by another municipality's decision", async () => {
    const { ids } = await decidedToErase(store(), 0);

    await expect(store().erase(newTenant(), [ids[0]!])).rejects.toThrow(NotDecidedError);
  });
}
