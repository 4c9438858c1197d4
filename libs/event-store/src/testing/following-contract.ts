import type { EventStore } from '../event-store.js';
import { EventStoreUnavailableError } from '../errors.js';
import { subscribe } from '../subscribe.js';
import { collect, follow, idsOf, isAscending, positionsOf, reaches, readAll } from './reading.js';
import { appendTo, newTenant } from './sample-append.js';
import type { StoreUnderTest } from './store-under-test.js';
import { writeAndFollow } from './write-and-follow.js';

export function followingContract(store: () => EventStore): void {
  const streamOf = (tenant: string, key = 1) => ({ tenant, name: `budget-SN.${key}` });

  it('shows a follower every event of 16 writers once, in order', async () => {
    await writeAndFollow([store()], store());
  });

  it('hands over what stands there first, then what comes', async () => {
    const tenant = newTenant();
    const waiting = Array.from({ length: 6 }, () => appendTo(streamOf(tenant)));
    const ids = waiting.map(({ events }) => events[0]!.id);
    const appendNext = async () => {
      const append = waiting.shift();
      if (append) await store().append(append);
    };
    for (let n = 0; n < 3; n += 1) await appendNext();

    const events = await follow(store(), tenant, 6, { pageSize: 2, onPage: appendNext });

    expect(idsOf(events)).toEqual(ids);
  });

  it('wakes a follower that has reached the end', async () => {
    const tenant = newTenant();
    const stop = new AbortController();
    const pages = subscribe(store(), tenant, { signal: stop.signal });
    const first = pages.next();
    await store().append(appendTo(streamOf(tenant)));
    expect((await first).value?.events).toHaveLength(1);

    const second = pages.next();
    const append = appendTo(streamOf(tenant));
    await store().append(append);
    const page = (await second).value;
    expect(idsOf(page?.events ?? [])).toEqual([append.events[0]!.id]);
    stop.abort();
    expect((await pages.next()).done).toBe(true);
  });

  it('goes on from any position', async () => {
    const tenant = newTenant();
    for (let n = 0; n < 5; n += 1) await store().append(appendTo(streamOf(tenant, n)));
    const all = await readAll(store(), tenant);

    for (const [n, after] of positionsOf(all).slice(0, -1).entries()) {
      expect(await follow(store(), tenant, all.length - n - 1, { after, pageSize: 2 })).toEqual(
        all.slice(n + 1),
      );
    }
  });

  it('passes what is filtered out, and tells how far it has come', async () => {
    const tenant = newTenant();
    const stop = new AbortController();
    const filter = { stream: 'budget-SN.2' };
    for (let n = 0; n < 5; n += 1) await store().append(appendTo(streamOf(tenant)));
    const head = positionsOf(await readAll(store(), tenant)).at(-1);

    const pages = subscribe(store(), tenant, { filter, pageSize: 2, signal: stop.signal });
    const { value: passed } = await pages.next();
    expect(passed?.events).toEqual([]);
    expect(reaches(store(), passed?.position ?? null, head)).toBe(true);

    const append = appendTo(streamOf(tenant, 2));
    await store().append(append);
    const { value: found } = await pages.next();
    expect(idsOf(found?.events ?? [])).toEqual([append.events[0]!.id]);
    stop.abort();
    await pages.next();
  });

  it('does not run over a follower that takes its time', async () => {
    const tenant = newTenant();
    const appendThree = async () => {
      await Promise.all([1, 2, 3].map((key) => store().append(appendTo(streamOf(tenant, key)))));
    };
    await appendThree();
    // Appends go on while the follower has not asked for its next page.
    const events = await follow(store(), tenant, 30, { pageSize: 4, onPage: appendThree });

    expect(new Set(idsOf(events)).size).toBe(events.length);
    expect(isAscending(store(), positionsOf(events))).toBe(true);
    expect(events).toEqual((await readAll(store(), tenant)).slice(0, events.length));
  });

  it('is stopped by its signal while it waits, and before it starts', async () => {
    const stop = new AbortController();
    const waiting = collect(subscribe(store(), newTenant(), { signal: stop.signal }));
    const changes = store().changes(stop.signal)[Symbol.asyncIterator]();
    expect((await changes.next()).done).toBe(false);
    stop.abort();

    expect(await waiting).toEqual([]);
    expect(await collect(store().changes(stop.signal))).toEqual([]);
  });
}

export function closingContract(makeStore: () => Promise<StoreUnderTest>): void {
  it('answers what was asked before, then nothing, and lets followers go', async () => {
    const opened = await makeStore();
    const { store } = opened;
    const tenant = newTenant();
    const stop = new AbortController();
    const following = collect(store.changes(stop.signal));
    await store.ping();
    const appends = Array.from({ length: 5 }, () => store.append(appendTo({ tenant, name: 'budget-SN.1' })));

    const closed = store.close();
    expect((await Promise.all(appends)).map(({ outcome }) => outcome)).toEqual(Array(5).fill('appended'));
    await closed;
    await store.close();
    await following;

    const refused = EventStoreUnavailableError;
    await expect(store.append(appendTo({ tenant, name: 'budget-SN.1' }))).rejects.toThrow(refused);
    await expect(store.readLog(tenant, { limit: 1 })).rejects.toThrow(refused);
    await expect(collect(store.readStream({ tenant, name: 'budget-SN.1' }))).rejects.toThrow(refused);
    await expect(store.heads()).rejects.toThrow(refused);
    await expect(store.ping()).rejects.toThrow(refused);
    expect(await collect(store.changes(stop.signal))).toEqual([]);
    await opened.close();
  });
}
