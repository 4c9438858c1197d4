import { Injectable } from '@nestjs/common';
import { erasureType, EventStore, type StoredEvent } from '#libs/event-store';
import { parseStreamId, parseStreamName, type StreamId, type StreamKind } from '#libs/kernel';
import { readSources, reads, untyped, type AnyProjection } from '#libs/read-model';
import { Contexts } from './contexts.adapter.js';
import type { BrokenHistory, Candidate, EraseEvents } from './erase-events.js';
import { firstNotTakenIn } from './first-not-taken-in.js';

/** Everything about the events that a decision to erase them has to know. */
type Tried = Pick<EraseEvents, 'candidates' | 'unknownIds' | 'broken' | 'cited'>;

/** How many events are looked up at once, and how many that rest on a paragraph are counted. */
const atOnce = 20;
const mostCounted = 1_000;

/** Tries what the history would be without events: folds every stream and every view that they concern. */
@Injectable()
export class ErasureTrial {
  constructor(
    private readonly store: EventStore,
    private readonly contexts: Contexts,
  ) {}

  async of(tenant: string, eventIds: readonly string[]): Promise<Tried> {
    const found = await this.find(tenant, eventIds);
    const unknownIds = eventIds.filter((id) => !found.some(({ record }) => record.id === id));
    const candidates = found.map((event) => this.candidate(event));
    const without = new Set(eventIds);
    // What is gone already, and what erases, is refused without a trial.
    const standing = found.filter(({ type, record }) => !record.erased && type !== erasureType);
    const broken = await this.firstBroken(tenant, standing, without);
    return { candidates, unknownIds, broken, cited: await this.cited(tenant, candidates, without) };
  }

  private async find(tenant: string, eventIds: readonly string[]): Promise<StoredEvent[]> {
    const found: StoredEvent[] = [];
    for (let n = 0; n < eventIds.length; n += atOnce) {
      const some = eventIds.slice(n, n + atOnce).map((id) => this.store.findEvent(tenant, id));
      found.push(...(await Promise.all(some)).filter((event) => event !== null));
    }
    return found;
  }

  private candidate(event: StoredEvent): Candidate {
    const kind = event.type === erasureType || event.record.erased ? null : this.kindOf(event);
    return { event, isKept: kind?.isKept(event) ?? false, registers: kind?.registers(event) ?? null };
  }

  /** The first in the order of the log, of those that the streams and the views tell. */
  private async firstBroken(
    tenant: string,
    events: readonly StoredEvent[],
    without: ReadonlySet<string>,
  ): Promise<BrokenHistory | null> {
    const broken: BrokenHistory[] = [];
    for (const [stream, [first]] of Map.groupBy(events, ({ record }) => record.stream)) {
      const event = first && (await this.unfounded(parseStreamId(stream), this.kindOf(first), without));
      if (event) broken.push({ event, readModel: null });
    }
    for (const projection of this.contexts.projections) {
      const event = await this.notTakenIn(tenant, projection, events, without);
      if (event) broken.push({ event, readModel: projection.name });
    }
    const positionOf = ({ event }: BrokenHistory) => event.record.position;
    const [earliest] = broken.toSorted((a, b) => this.store.comparePositions(positionOf(a), positionOf(b)));
    return earliest ?? null;
  }

  private async unfounded(stream: StreamId, kind: StreamKind, without: ReadonlySet<string>) {
    const events: StoredEvent[] = [];
    for await (const event of this.store.readStream(stream)) events.push(event);
    return kind.firstUnfounded(events, without);
  }

  private async notTakenIn(
    tenant: string,
    given: AnyProjection,
    erased: readonly StoredEvent[],
    without: ReadonlySet<string>,
  ) {
    const projection = untyped(given);
    const concerned = erased.filter((event) => reads(projection, event));
    const keys = [...new Set(concerned.flatMap((event) => projection.keysOf(event)))];
    const sources = keys.flatMap((key) => projection.sources({ key }));
    const each = [...new Map(sources.map((source) => [JSON.stringify(source), source])).values()];
    if (each.length === 0) return null;
    const events = await readSources(this.store, tenant, each);
    return firstNotTakenIn(
      projection,
      events.filter((event) => reads(projection, event)),
      without,
    );
  }

  private async cited(tenant: string, candidates: readonly Candidate[], without: ReadonlySet<string>) {
    const cited: EraseEvents['cited'][number][] = [];
    for (const citation of candidates.flatMap(({ registers }) => registers ?? [])) {
      const { events } = await this.store.readLog(tenant, { limit: mostCounted, filter: { citation } });
      const others = events.filter(({ record }) => !record.erased && !without.has(record.id));
      cited.push({ citation, citedBy: others.length });
    }
    return cited;
  }

  private kindOf({ record }: StoredEvent): StreamKind {
    const name = parseStreamName(parseStreamId(record.stream).name);
    const kind = this.contexts.streams.find(({ holds }) => holds(name));
    if (!kind) throw new Error(`No context has the stream "${record.stream}".`);
    return kind;
  }
}
