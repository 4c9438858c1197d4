import type { EventStore, LogFilter, Position, StoredEvent } from '#libs/event-store';
import {
  foldInto,
  qualifies,
  type AsOf,
  type DomainEvent,
  type Projection,
  type Recorded,
  type StreamSelector,
} from '#libs/kernel';
import { reads } from './any-projection.js';
import { selectDocs, type DocQuery } from './select-docs.js';

const pageSize = 5_000;

/**
 * The selected documents as the log itself tells them: the projection's own fold over those events of its sources
 * that qualify. Needs no read model and reads nothing but the sources, so it takes no longer in a longer log.
 * Neither time given means now.
 */
export async function foldAsOf<Doc, E extends DomainEvent>(
  store: EventStore,
  projection: Projection<Doc, E>,
  tenant: string,
  query: DocQuery,
  asOf: AsOf = {},
): Promise<Map<string, Doc>> {
  const events = (await readSources(store, tenant, projection.sources(query), asOf)).filter(
    (event): event is StoredEvent & Recorded<E> => reads(projection, event) && qualifies(event, asOf),
  );
  return selectDocs(projection, foldInto(projection, new Map(), events), query);
}

/** The events of the sources in the order of the log, those at least that qualify. */
export async function readSources(
  store: EventStore,
  tenant: string,
  sources: readonly StreamSelector[],
  asOf: AsOf = {},
): Promise<readonly StoredEvent[]> {
  const head = (await store.heads()).find((candidate) => candidate.tenant === tenant)?.position;
  if (head === undefined) return [];
  const found = sources.map((source) => readSource(store, tenant, source, asOf));
  return inLogOrder(store, (await Promise.all(found)).flat(), head);
}

/**
 * Each event once. What was recorded after the reading began is left out: one source was perhaps read before
 * it and another after it, and a later fact must not be shown without an earlier one.
 */
function inLogOrder(store: EventStore, events: readonly StoredEvent[], head: Position): StoredEvent[] {
  const compare = (a: Position, b: Position) => store.comparePositions(a, b);
  return [...new Map(events.map((event) => [event.record.id, event])).values()]
    .filter((event) => compare(event.record.position, head) <= 0)
    .toSorted((a, b) => compare(a.record.position, b.record.position));
}

function readSource(
  store: EventStore,
  tenant: string,
  source: StreamSelector,
  asOf: AsOf,
): Promise<StoredEvent[]> {
  return 'stream' in source
    ? readStream(store, tenant, source.stream, asOf)
    : readPrefix(store, tenant, source.prefix, asOf);
}

async function readStream(
  store: EventStore,
  tenant: string,
  name: string,
  { knownAt }: AsOf,
): Promise<StoredEvent[]> {
  const events: StoredEvent[] = [];
  for await (const event of store.readStream({ tenant, name })) {
    // What follows in the stream was recorded no earlier.
    if (knownAt !== undefined && event.record.recordedAt > knownAt) break;
    events.push(event);
  }
  return events;
}

async function readPrefix(
  store: EventStore,
  tenant: string,
  streamPrefix: string,
  { asOf, knownAt }: AsOf,
): Promise<StoredEvent[]> {
  const filter: LogFilter = { streamPrefix, effectiveTo: asOf, recordedTo: knownAt };
  const events: StoredEvent[] = [];
  for (let after: Position | undefined, atEnd = false; !atEnd;) {
    const page = await store.readLog(tenant, { after, limit: pageSize, filter });
    events.push(...page.events);
    after = page.next ?? undefined;
    atEnd = page.atEnd;
  }
  return events;
}
