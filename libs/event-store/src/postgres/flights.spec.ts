import { hashOfEnvelope, parseEnvelope } from '#libs/proof';
import { PostgresEventStore } from '../postgres.adapter.js';
import type { MeddlingProxy } from '../testing/meddling-proxy.js';
import { PostgresUnderTest } from '../testing/postgres-under-test.js';
import { collect, idsOf, readAll } from '../testing/reading.js';
import { appendTo, newEvent, newEvents, newTenant } from '../testing/sample-append.js';

const inFlight = 40;

describe('batches that are sent while others are on their way', () => {
  let opened: PostgresUnderTest;
  beforeAll(async () => {
    opened = await PostgresUnderTest.open();
  });
  afterAll(() => opened.close());

  /** A store whose statements stand still once the first of them says "held". */
  async function holding(): Promise<{ store: PostgresEventStore; proxy: MeddlingProxy }> {
    const { proxy, url } = await opened.meddle({ whenSent: Buffer.from('held'), action: 'hold', times: 1 });
    return { store: new PostgresEventStore({ connection: url }), proxy };
  }

  /** Appends to one stream, in two batches of which the first is held. */
  function appendHeld(store: PostgresEventStore, tenant: string) {
    const stream = { tenant, name: 'budget-SN.2023' };
    const appends = Array.from({ length: inFlight }, () =>
      appendTo(stream, { events: [newEvent({ data: 'held' })] }),
    );
    return { stream, appends, results: Promise.all(appends.map((append) => store.append(append))) };
  }

  async function assertWhole(tenant: string): Promise<void> {
    const { events } = await opened.store.readSealed(tenant, { limit: 1_000 });
    const last = new Map<string, { readonly revision: number; readonly hash: string }>();
    for (const { envelope } of events) {
      const { stream, revision, prev } = parseEnvelope(envelope);
      expect([revision, prev]).toEqual([
        (last.get(stream)?.revision ?? -1) + 1,
        last.get(stream)?.hash ?? null,
      ]);
      last.set(stream, { revision, hash: hashOfEnvelope(envelope) });
    }
  }

  it.each([1, inFlight / 2, inFlight])(
    'are recorded once and in order where another process adds %p events before them',
    async (added) => {
      const tenant = newTenant();
      const { store, proxy } = await holding();
      await store.append(appendTo({ tenant, name: 'budget-SN.2023' }));
      const held = appendHeld(store, tenant);
      await proxy.held;

      const elsewhere = { tenant, name: 'budget-SN.2024' };
      await opened.store.append(appendTo(elsewhere, { events: newEvents(added) }));
      proxy.release();

      expect((await held.results).map(({ outcome }) => outcome)).toEqual(
        Array<string>(inFlight).fill('appended'),
      );
      const recorded = await collect(opened.store.readStream(held.stream, { from: 1 }));
      expect(idsOf(recorded).toSorted()).toEqual(held.appends.map(({ events }) => events[0]!.id).toSorted());
      expect(await readAll(opened.store, tenant)).toHaveLength(1 + added + inFlight);
      await assertWhole(tenant);
      await store.close();
    },
  );

  it('are recorded where another process writes to the same stream', async () => {
    const tenant = newTenant();
    const { store, proxy } = await holding();
    await store.append(appendTo({ tenant, name: 'budget-SN.2023' }));
    const held = appendHeld(store, tenant);
    await proxy.held;

    await opened.store.append(appendTo(held.stream, { events: newEvents(inFlight / 2) }));
    proxy.release();
    await held.results;

    expect(await collect(opened.store.readStream(held.stream))).toHaveLength(1 + 1.5 * inFlight);
    await assertWhole(tenant);
    await store.close();
  });

  it('stand behind the first events of a log', async () => {
    const tenant = newTenant();
    const held = appendHeld(opened.store, tenant);
    await held.results;

    expect(await collect(opened.store.readStream(held.stream))).toHaveLength(inFlight);
    await assertWhole(tenant);
  });

  it('are repeated where the connection breaks under both', async () => {
    const tenant = newTenant();
    const meddling = { whenSent: Buffer.from('held'), action: 'cut', times: 1 } as const;
    const store = new PostgresEventStore({ connection: (await opened.meddle(meddling)).url });
    await store.append(appendTo({ tenant, name: 'budget-SN.2023' }));

    const held = appendHeld(store, tenant);

    expect((await held.results).map(({ outcome }) => outcome)).not.toContain('conflict');
    expect(await collect(opened.store.readStream(held.stream))).toHaveLength(1 + inFlight);
    await assertWhole(tenant);
    await store.close();
  });
});
