import { collect, follow, idsOf, readAll } from './reading.js';
import { appendTo, newEvents, newTenant } from './sample-append.js';
import type { Capabilities, CutMoment, StoreUnderTest } from './store-under-test.js';
import { writeAndFollow } from './write-and-follow.js';

/** Registers the cases that the adapter is capable of. */
export function faultContract<Opened extends StoreUnderTest>(
  given: () => Opened,
  { another, stall, cut, deaf }: Capabilities<Opened>,
): void {
  const streamOf = (tenant: string, key = 1) => ({ tenant, name: `budget-SN.${key}` });

  if (another) {
    it('keeps every promise to 16 writers in two processes', async () => {
      const other = await another(given());
      await writeAndFollow([given().store, other], other);
      await other.close();
    });

    it('wakes a follower in another process', async () => {
      const [tenant, other] = [newTenant(), await another(given())];
      const following = follow(other, tenant, 2);
      await given().store.append(appendTo(streamOf(tenant), { events: newEvents(2) }));

      expect(await following).toHaveLength(2);
      await other.close();
    });
  }

  if (stall) {
    it('shows nothing beyond a place that is taken but not visible, and lets other municipalities go on', async () => {
      const { store } = given();
      const [tenant, elsewhere] = [newTenant(), newTenant()];
      await store.append(appendTo(streamOf(tenant, 0)));
      const slow = await stall(given());
      const following = follow(store, tenant, 3);
      const [early, late] = [appendTo(streamOf(tenant, 1)), appendTo(streamOf(tenant, 2))];

      const earlier = slow.store.append(early);
      await slow.stalled;
      const later = store.append(late);
      for (let n = 0; n < 3; n += 1) await store.append(appendTo(streamOf(elsewhere)));
      expect(await readAll(store, elsewhere)).toHaveLength(3);
      expect(await readAll(store, tenant)).toHaveLength(1);
      slow.release();
      expect((await Promise.all([earlier, later])).map(({ outcome }) => outcome)).toEqual([
        'appended',
        'appended',
      ]);

      const seen = await following;
      expect(idsOf(seen).slice(1)).toEqual([early.events[0]!.id, late.events[0]!.id]);
      await slow.store.close();
    });
  }

  if (cut) {
    it.each<CutMoment>(['before it is recorded', 'after it is recorded'])(
      'answers truly where the connection is cut in an append, %s',
      async (moment) => {
        const tenant = newTenant();
        const store = await cut(given(), moment);
        const append = appendTo(streamOf(tenant), { expected: 'noStream', events: newEvents(2) });

        const result = await store.append(append);

        const recorded = await collect(given().store.readStream(append.stream));
        const { revision, position, recordedAt } = recorded[1]!.record;
        expect(result).toEqual({ outcome: expect.any(String), revision, position, recordedAt });
        expect(result.outcome).not.toBe('conflict');
        expect(idsOf(recorded)).toEqual(append.events.map(({ id }) => id));
        expect(await store.append(append)).toEqual({ ...result, outcome: 'duplicate' });
        await store.close();
      },
    );
  }

  if (deaf) {
    it('lets a follower that hears no hints find what comes', async () => {
      const [tenant, other] = [newTenant(), await deaf(given())];
      const following = follow(other, tenant, 3, { pageSize: 1 });
      for (let n = 0; n < 3; n += 1) await given().store.append(appendTo(streamOf(tenant)));

      expect(await following).toHaveLength(3);
      await other.close();
    });
  }
}
