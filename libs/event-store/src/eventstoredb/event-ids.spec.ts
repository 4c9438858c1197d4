import { isDeepStrictEqual } from 'node:util';
import { given } from '../../../../test/eventstoredb-server/given-server.js';
import { PartialOverlapError } from '../errors.js';
import type { EventStore } from '../event-store.js';
import { readAll } from '../testing/reading.js';
import { appendTo, metadata, newEvents, newId, newTenant } from '../testing/sample-append.js';

const its = given();
const withKey = { metadata: metadata({ requestHash: 'ab'.repeat(32) }) };

/** Appends alternate between two streams. */
async function fill(store: EventStore, tenant: string, appends: number, eventsEach: number): Promise<void> {
  for (let n = 0; n < appends; n += 1) {
    await store.append(
      appendTo({ tenant, name: `budget-SN.${2020 + (n % 2)}` }, { events: newEvents(eventsEach) }),
    );
  }
}

/** Whether it finds the first event, the last and one in the middle, and not what is not there. */
async function findsAll(store: EventStore, tenant: string): Promise<boolean> {
  const events = await readAll(store, tenant, { limit: 10_000 });
  const wanted = [events.at(0), events.at(events.length >> 1), events.at(-1)];
  const found = [];
  for (const event of wanted) found.push(await store.findEvent(tenant, event!.record.id));
  return isDeepStrictEqual(found, wanted) && (await store.findEvent(tenant, newId())) === null;
}

describe('the ids of a municipality', () => {
  it('are found by every process, whenever they were recorded and by whom', async () => {
    const server = await its.server();
    const [here, there] = [
      await its.store(server.connectionString()),
      await its.store(server.connectionString()),
    ];
    const tenant = newTenant();
    for (let n = 0; n < 3; n += 1) {
      await fill(n % 2 === 0 ? here : there, tenant, 2, 3);
      for (const store of [here, there]) expect(await findsAll(store, tenant)).toBe(true);
    }
    expect(await findsAll(await its.store(server.connectionString()), tenant)).toBe(true);
  });

  it('are found beside those of a municipality for which there is no room in memory', async () => {
    const server = await its.server();
    const store = await its.store(server.connectionString(), { maxIndexedEvents: 10 });
    const tenants = [newTenant(), newTenant(), newTenant()];
    const recorded = appendTo({ tenant: tenants[0]!, name: 'budget-SN.2019' }, withKey);
    await store.append(recorded);
    for (let round = 0; round < 2; round += 1) {
      for (const tenant of tenants) {
        await fill(store, tenant, 2, 3);
        expect(await findsAll(store, tenant)).toBe(true);
      }
    }
    const elsewhere = { ...recorded, stream: { tenant: tenants[0]!, name: 'budget-SN.2018' } };
    await expect(store.append(elsewhere)).rejects.toThrow(PartialOverlapError);
  });

  it('are not asked for in a municipality that nobody has registered', async () => {
    const server = await its.server();
    const store = await its.store(server.connectionString());
    await store.append(appendTo({ tenant: newTenant(), name: 'budget-SN.2025' }));
    const before = server.traffic.reads;

    expect(await store.findEvent(newTenant(), newId())).toBeNull();

    expect(server.traffic.reads - before).toBe(1);
  });
});

describe('the ids of a long log', () => {
  const long = 1_000;
  /** A segment has about 800 ids. */
  const options = { segmentBytes: 20_000 };

  it('are written down by whoever reads them first, and read from there by whoever comes later', async () => {
    const server = await its.server();
    const tenant = newTenant();
    const index = `paragraf.index.${tenant}`;
    const fillMore = async () => fill(await its.store(server.connectionString()), tenant, long / 250, 250);
    const openAndFind = async () => {
      const store = await its.store(server.connectionString(), options);
      const before = server.traffic.sent;
      expect(await store.findEvent(tenant, newId())).toBeNull();
      return { store, sent: server.traffic.sent - before };
    };

    await fillMore();
    await Promise.all([openAndFind(), openAndFind()]);
    expect(server.log.stream(index)).toHaveLength(1);
    const { store, sent } = await openAndFind();
    expect(sent).toBeLessThan(long / 2);
    expect(await findsAll(store, tenant)).toBe(true);

    await fillMore();
    expect(await findsAll((await openAndFind()).store, tenant)).toBe(true);
    expect(server.log.stream(index)).toHaveLength(2);
    const later = await openAndFind();
    expect(later.sent).toBeLessThan(long / 2);
    expect(await findsAll(later.store, tenant)).toBe(true);
  });

  it('are read from the log itself where what is written down does not fit together', async () => {
    const server = await its.server();
    const tenant = newTenant();
    await fill(await its.store(server.connectionString()), tenant, long / 250, 250);
    const foreign = { after: '7:7', upTo: '9:9', streams: [] };
    server.log.append(`paragraf.index.${tenant}`, 'noStream', [
      {
        id: newId(),
        type: 'EventIdsIndexed',
        contentType: 'application/octet-stream',
        data: Buffer.alloc(24),
        metadata: Buffer.from(JSON.stringify(foreign)),
      },
    ]);

    expect(await findsAll(await its.store(server.connectionString(), options), tenant)).toBe(true);

    expect(server.log.stream(`paragraf.index.${tenant}`)).toHaveLength(1);
  });
});
