import {
  BACKWARDS,
  END,
  EventStoreDBClient,
  jsonEvent,
  NO_STREAM,
  type JSONEventData,
} from '@eventstore/db-client';
import { EventStoreDbEventStore, type Append } from '#libs/event-store';
import { startEventStoreDb } from './eventstoredb-server.js';
import { heading, oneDecimal, percent, table, whole } from './print.js';
import { sampleAppend, sampleEvent, sealedSample } from './sample-append.js';
import { load, median, type Load } from './stats.js';

const callerCounts = [1, 16, 64];
const rounds = 5;
const callsOf = (callers: number) => (callers === 1 ? 500 : 3_000);
const samplesMade = 1_000;
const logEvents = 20_000;

/** What the adapter adds to the bare client, on a server that costs next to nothing: the server of the tests. */
export async function benchEventStoreDb(): Promise<void> {
  const server = await startEventStoreDb();
  const adapter = await EventStoreDbEventStore.open(server.connectionString);
  const client = EventStoreDBClient.connectionString(server.connectionString);
  try {
    await appends(server.connectionString, adapter, client);
    await reads(adapter, client);
  } finally {
    await adapter.close();
    await client.dispose();
    await server.stop();
  }
}

/** Keeps so many callers busy, and tells how it went. */
type Contender = (callers: number) => Promise<Load>;

/**
 * One event a call, each to a stream of its own; the contenders take turns, so that noise meets all of them. The bare
 * client writes the same bytes: what it is given has been sealed before the clock starts.
 */
async function appends(
  connectionString: string,
  adapter: EventStoreDbEventStore,
  client: EventStoreDBClient,
): Promise<void> {
  let serial = 0;
  const next = () => sampleAppend((serial += 1));
  const samples = Array.from({ length: samplesMade }, (_, n) => bareSample(n));
  const bare = () => {
    const event = jsonEvent(samples[(serial += 1) % samplesMade] ?? bareSample(serial));
    return client.appendToStream(`bare-${serial}`, event, { expectedRevision: NO_STREAM });
  };
  /** What an append with an idempotency key cannot do without: somebody may have recorded it before. */
  const readAndBare = async () => {
    for await (const _ of client.readAll({ direction: BACKWARDS, fromPosition: END, maxCount: 1 }));
    return bare();
  };
  const comparisons: readonly Comparison[] = [
    {
      name: 'append',
      bare: (callers) => load(callers, callsOf(callers), bare),
      paragraf: (callers) => load(callers, callsOf(callers), () => adapter.append(next())),
    },
    {
      name: 'look for an earlier one, append',
      bare: (callers) => load(callers, callsOf(callers), readAndBare),
      async paragraf(callers) {
        // What others have recorded meanwhile is theirs to pay for.
        await adapter.heads();
        return load(callers, callsOf(callers), () => adapter.append(withKey(next())));
      },
    },
    {
      name: 'append while following the log',
      async bare(callers) {
        const subscription = client.subscribeToAll({ fromPosition: END });
        subscription.on('data', () => undefined);
        const run = await load(callers, callsOf(callers), bare);
        await subscription.unsubscribe();
        return run;
      },
      async paragraf(callers) {
        const store = await EventStoreDbEventStore.open(connectionString);
        const following = new AbortController();
        const followed = count(store.changes(following.signal));
        const run = await load(callers, callsOf(callers), () => store.append(next()));
        following.abort();
        await followed;
        await store.close();
        return run;
      },
    },
  ];
  for (const callers of callerCounts) {
    print(callers, comparisons, await takeTurns(callers, comparisons));
  }
}

/** The same done by the bare client and by the adapter. */
interface Comparison {
  readonly name: string;
  readonly bare: Contender;
  readonly paragraf: Contender;
}

type Loads = readonly { readonly bare: Load[]; readonly paragraf: Load[] }[];

async function takeTurns(callers: number, comparisons: readonly Comparison[]): Promise<Loads> {
  const loads = comparisons.map(() => ({ bare: [] as Load[], paragraf: [] as Load[] }));
  for (let round = 0; round <= rounds; round += 1) {
    for (const [n, { bare, paragraf }] of comparisons.entries()) {
      const [theirs, ours] = [await bare(callers), await paragraf(callers)];
      // The first round warms up connections and caches.
      if (round === 0) continue;
      loads[n]?.bare.push(theirs);
      loads[n]?.paragraf.push(ours);
    }
  }
  return loads;
}

function print(callers: number, comparisons: readonly Comparison[], loads: Loads): void {
  heading(
    `EventStoreDB: appends on the server of the tests, callers: ${callers} (median of ${rounds} rounds)`,
  );
  const perSecond = (all: readonly Load[]) => median(all.map((one) => one.perSecond));
  const p99 = (all: readonly Load[]) => oneDecimal(median(all.map((one) => one.p99Ms)));
  table(
    ['', 'bare client/s', 'p99 ms', 'Paragraf/s', 'p99 ms', 'Paragraf/bare client'],
    loads.map(({ bare, paragraf }, n) => [
      comparisons[n]?.name ?? '',
      whole(perSecond(bare)),
      p99(bare),
      whole(perSecond(paragraf)),
      p99(paragraf),
      percent(perSecond(paragraf) / perSecond(bare)),
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

/** The sample as the adapter stores it. */
function bareSample(n: number) {
  const { content, salt, envelope } = sealedSample(n);
  const data = JSON.parse(`{"content":${content},"salt":"${salt}"}`) as JSONEventData['data'];
  return { type: sampleEvent(n).type, data, metadata: JSON.parse(envelope) as JSONEventData['data'] };
}

/** As if it had come with an idempotency key. */
function withKey(append: Append): Append {
  return { ...append, metadata: { ...append.metadata, requestHash: '0'.repeat(64) } };
}
