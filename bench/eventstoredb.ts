import { randomUUID } from 'node:crypto';
import { EventStoreDBClient, jsonEvent, NO_STREAM, type JSONEventData } from '@eventstore/db-client';
import { EventStoreDbEventStore } from '#libs/event-store';
import { startEventStoreDb } from './eventstoredb-server.js';
import { heading, oneDecimal, table, times, whole } from './print.js';
import { sampleAppend, sampleEvent } from './sample-append.js';
import { load, median, type Load } from './stats.js';

const callerCounts = [1, 16, 64];
const rounds = 3;
const callsOf = (callers: number) => (callers === 1 ? 300 : 2_000);
const logEvents = 20_000;

/** What the adapter adds to the bare client, on a server that costs next to nothing: the server of the tests. */
export async function benchEventStoreDb(): Promise<void> {
  const server = await startEventStoreDb();
  const adapter = await EventStoreDbEventStore.open(server.connectionString);
  const client = EventStoreDBClient.connectionString(server.connectionString);
  try {
    await appends(adapter, client);
    await reads(adapter, client);
  } finally {
    await adapter.close();
    await client.dispose();
    await server.stop();
  }
}

/** One event a call, each to a stream of its own; the contenders take turns, so that noise meets both. */
async function appends(adapter: EventStoreDbEventStore, client: EventStoreDBClient): Promise<void> {
  let serial = 0;
  const ours = () => adapter.append(sampleAppend((serial += 1)));
  const bare = () => {
    const event = bareEvent((serial += 1));
    return client.appendToStream(`bare-${serial}`, event, { expectedRevision: NO_STREAM });
  };
  const measured = callerCounts.map((callers) => ({ callers, ours: [] as Load[], bare: [] as Load[] }));
  for (let round = 0; round <= rounds; round += 1) {
    for (const at of measured) {
      const run = {
        bare: await load(at.callers, callsOf(at.callers), bare),
        ours: await load(at.callers, callsOf(at.callers), ours),
      };
      // The first round warms up connections and caches.
      if (round > 0) at.bare.push(run.bare);
      if (round > 0) at.ours.push(run.ours);
    }
  }
  heading(`EventStoreDB: appends a second on the server of the tests (median of ${rounds} rounds)`);
  table(
    ['callers', 'Paragraf', 'p99 ms', 'bare client', 'p99 ms', 'bare/Paragraf'],
    measured.map((at) => [
      String(at.callers),
      ...columns(at.ours),
      ...columns(at.bare),
      times(perSecond(at.bare) / perSecond(at.ours)),
    ]),
  );
}

/** The same events, read whole: as the port gives them, and as the client does. */
async function reads(adapter: EventStoreDbEventStore, client: EventStoreDBClient): Promise<void> {
  const stream = { tenant: 'alingsas', name: 'budget-SN.2023' };
  const pageOf = (n: number) =>
    Array.from({ length: 500 }, () => sampleAppend(n)).flatMap(({ events }) => events);
  for (let n = 0; n < logEvents / 500; n += 1) {
    await adapter.append({ ...sampleAppend(n), stream, expected: 'any', events: pageOf(n) });
  }
  const contenders: Readonly<Record<string, () => Promise<number>>> = {
    'bare client, stream': () => count(client.readStream(`${stream.tenant}:${stream.name}`)),
    'Paragraf, stream': () => count(adapter.readStream(stream)),
    'Paragraf, log in pages of 1 000': () => readLog(adapter, stream.tenant),
  };
  const rates = new Map(Object.keys(contenders).map((name) => [name, [] as number[]]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const [name, read] of Object.entries(contenders)) {
      const start = performance.now();
      const events = await read();
      if (round > 0) rates.get(name)?.push((events / (performance.now() - start)) * 1_000);
    }
  }
  heading(`EventStoreDB: events read a second, a stream of ${whole(logEvents)} (median of ${rounds} rounds)`);
  table(
    ['reader', 'events/s', 'µs an event'],
    [...rates].map(([name, all]) => [name, whole(median(all)), oneDecimal(1_000_000 / median(all))]),
  );
}

async function readLog(adapter: EventStoreDbEventStore, tenant: string): Promise<number> {
  let events = 0;
  const filter = { stream: 'budget-SN.2023' };
  for (let after: string | undefined, atEnd = false; !atEnd;) {
    const page = await adapter.readLog(tenant, { after, limit: 1_000, filter });
    events += page.events.length;
    after = page.next ?? undefined;
    ({ atEnd } = page);
  }
  return events;
}

async function count(items: AsyncIterable<unknown>): Promise<number> {
  let events = 0;
  for await (const _ of items) events += 1;
  return events;
}

/** The sample with the same metadata that the adapter stores. */
function bareEvent(n: number) {
  const { events, metadata } = sampleAppend(n);
  const { type, data, basis } = sampleEvent(n);
  return jsonEvent({
    id: events[0]?.id ?? randomUUID(),
    type,
    data: data as JSONEventData['data'],
    metadata: { schemaVersion: 1, basis, ...metadata },
  });
}

function perSecond(loads: readonly Load[]): number {
  return median(loads.map((one) => one.perSecond));
}

function columns(loads: readonly Load[]): readonly [string, string] {
  return [whole(perSecond(loads)), oneDecimal(median(loads.map((one) => one.p99Ms)))];
}
