import type { EventStore } from '../event-store.js';
import { follow, idsOf, isAscending, positionsOf, readAll } from './reading.js';
import { appendTo, newEvents, newTenant } from './sample-append.js';

const writers = 16;
const appendsEach = 40;
const streams = 5;

const range = (count: number) => [...Array(count).keys()];

/**
 * 16 writers, spread over the given stores, append one to three events at a time to five streams while a follower reads
 * along; every third append is made again, as if its answer had been lost. The follower must see each event once, in
 * the order of positions and, within a stream, of revisions.
 */
export async function writeAndFollow(stores: readonly EventStore[], reader: EventStore): Promise<void> {
  const tenant = newTenant();
  const appendOf = (writer: number, n: number) => {
    const stream = { tenant, name: `budget-SN.${(writer + n) % streams}` };
    return appendTo(stream, { events: newEvents(1 + (n % 3)) });
  };
  const work = range(writers).map((writer) => range(appendsEach).map((n) => appendOf(writer, n)));
  const ids = work.flat().flatMap(({ events }) => events.map(({ id }) => id));

  const following = follow(reader, tenant, ids.length, { pageSize: 7 });
  await Promise.all(
    work.map(async (appends, writer) => {
      const store = stores[writer % stores.length]!;
      for (const [n, append] of appends.entries()) {
        const first = await store.append(append);
        if (n % 3 === 0) expect(await store.append(append)).toEqual({ ...first, outcome: 'duplicate' });
      }
    }),
  );
  const seen = await following;

  expect(idsOf(seen).toSorted()).toEqual(ids.toSorted());
  expect(isAscending(reader, positionsOf(seen))).toBe(true);
  const revisions = Map.groupBy(seen, ({ record }) => record.stream);
  expect(revisions.size).toBe(streams);
  for (const events of revisions.values()) {
    expect(events.map(({ record }) => record.revision)).toEqual(events.map((_, n) => n));
  }
  expect(await readAll(reader, tenant)).toEqual(seen);
}
