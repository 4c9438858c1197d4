import type { Basis } from '#libs/kernel';
import { ErasureRegister } from './erasure-register.js';
import { erasureStream, erasureType } from './erasure.js';
import { InMemoryEventStore } from './in-memory.adapter.js';
import { appendTo, decided, newEvent } from './testing/sample-append.js';
import { readAll } from './testing/reading.js';

const tenant = 'alingsas';
const stream = { tenant, name: 'budget-SN.2023' };
const basis: Basis = { kind: 'decision', citation: 'SN 2026-01-20, § 3', effectiveOn: '2026-01-20' };

/** A log of four events, and a register of what has been decided to be erased of it. */
async function office() {
  const store = new InMemoryEventStore();
  for (let n = 0; n < 4; n += 1) await store.append(appendTo(stream));
  const ids = (await readAll(store, tenant)).map(({ record }) => record.id);
  const decide = async (reason: string, ...places: readonly number[]) => {
    const events = places.map((n) => ({
      id: ids[n],
      stream: 'alingsas:budget-SN.2023',
      revision: n,
      type: decided.type,
    }));
    const event = newEvent({ type: erasureType, data: { events, reason }, basis });
    await store.append(appendTo({ tenant, name: erasureStream }, { events: [event] }));
  };
  return { store, ids, decide, register: new ErasureRegister(store) };
}

describe('the register of erasures', () => {
  it('holds nothing where nothing has been decided', async () => {
    const { register } = await office();
    expect(await register.of('lerum')).toMatchObject({ all: [], revision: -1 });
    expect(await register.erasedIn(stream)).toEqual([]);
  });

  it('tells each decision, who took it, on what ground and about what', async () => {
    const { register, decide, ids } = await office();
    await decide('Gallring', 0, 2);
    const { all, revision, streams } = await register.of(tenant);
    expect(all).toEqual([
      {
        event: expect.any(String),
        revision: 0,
        recordedAt: expect.any(String),
        actor: expect.objectContaining({ id: expect.any(String) }),
        citation: 'SN 2026-01-20, § 3',
        effectiveOn: '2026-01-20',
        reason: 'Gallring',
        events: [expect.objectContaining({ id: ids[0] }), expect.objectContaining({ id: ids[2] })],
      },
    ]);
    expect([revision, ...streams]).toEqual([0, ['alingsas:budget-SN.2023', 2]]);
  });

  it('knows what it was last told until it is asked anew, however many ask at once', async () => {
    const { register, decide } = await office();
    await decide('Gallring', 0);
    await register.of(tenant);
    await decide('Gallring', 1);
    expect(register.lastSeen(tenant).all).toHaveLength(1);
    await Promise.all([register.of(tenant), register.of(tenant), register.of(tenant)]);
    expect(register.lastSeen(tenant).all).toHaveLength(2);
    expect([...register.lastSeen(tenant).streams.values()]).toEqual([2]);
  });

  it('goes by the first decision about an event', async () => {
    const { register, decide, ids } = await office();
    await decide('Först', 0);
    await decide('Sedan', 0, 1);
    const erasures = await register.of(tenant);
    expect(ids.map((id) => erasures.of(id)?.reason)).toEqual(['Först', 'Sedan', undefined, undefined]);
    expect([...erasures.streams.values()]).toEqual([2]);
  });

  it("tells a stream's events whose contents are gone", async () => {
    const { store, register, decide, ids } = await office();
    await decide('Gallring', 1, 3);
    await store.erase(tenant, [ids[3]!]);
    const erased = await register.erasedIn(stream);
    expect(erased.map(({ event, erased: by }) => [event.record.revision, by.citation])).toEqual([
      [3, 'SN 2026-01-20, § 3'],
    ]);
    expect(await register.erasedIn({ tenant, name: 'budget-SN.2024' })).toEqual([]);
  });
});
