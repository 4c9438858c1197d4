import { randomUUID } from 'node:crypto';
import type { EventReader } from './event-reader.adapter.js';
import type { EventWriter } from './event-writer.adapter.js';
import { TransientFailure } from './failures.adapter.js';
import type { EventStoreDbOptions } from './options.js';
import { Patience } from './patience.adapter.js';
import { unlimited } from './read-request.adapter.js';
import { SharedWork } from './shared-work.js';
import type { ErasedIds } from './stored-event.js';
import { erasedStream } from './stream-names.js';

/** What is written down of an erased event. The place is for the operator who blanks its data on the server. */
export interface ErasedEvent {
  readonly id: string;
  /** Name without the tenant. */
  readonly stream: string;
  readonly revision: number;
}

interface KnownErasures {
  readonly ids: Set<string>;
  lastRevision: number;
  readAt: number;
  readonly refreshing: SharedWork;
}

/** Of how many municipalities it is remembered. */
const memory = 1_000;

/** As many as stay well below what the server takes of one event. */
const idsAnEvent = 5_000;

/**
 * Which events have been erased. The server keeps the data of single events until an operator blanks it, so what is
 * erased is written down in a stream of its own, and from then on every reader leaves its content out.
 */
export class Erasures {
  private readonly known = new Map<string, KnownErasures>();

  constructor(
    private readonly reader: EventReader,
    private readonly writer: EventWriter,
    private readonly options: EventStoreDbOptions,
  ) {}

  /** A municipality's. What other processes have erased is known at the latest when the poll interval has passed. */
  async of(tenant: string): Promise<ErasedIds> {
    const known = this.knownOf(tenant);
    if (performance.now() - known.readAt > this.options.pollIntervalMs) await known.refreshing.run();
    return known.ids;
  }

  async add(tenant: string, events: readonly ErasedEvent[]): Promise<void> {
    for (let n = 0; n < events.length; n += idsAnEvent) {
      await this.write(tenant, events.slice(n, n + idsAnEvent));
    }
  }

  /** Where others write at the same time, or the outcome is not known, tries again; what is written twice does no harm. */
  private async write(tenant: string, events: readonly ErasedEvent[]): Promise<void> {
    const known = this.knownOf(tenant);
    const data = JSON.stringify({ events });
    const event = { id: randomUUID(), type: 'ContentsErased', data, metadata: '{}' };
    const patience = new Patience(this.options.deadlineMs);
    for (;;) {
      try {
        await known.refreshing.run();
        if (events.every(({ id }) => known.ids.has(id))) return;
        const { lastRevision } = known;
        await this.writer.append(
          () => ({ stream: erasedStream(tenant), lastRevision, events: [event] }),
          patience,
        );
      } catch (error) {
        if (!(error instanceof TransientFailure)) throw error;
        await patience.pause(error.cause);
      }
    }
  }

  private knownOf(tenant: string): KnownErasures {
    const known = this.known.get(tenant) ?? this.nothingKnown(tenant);
    this.known.delete(tenant);
    this.known.set(tenant, known);
    const [oldest] = this.known.keys();
    if (this.known.size > memory && oldest !== undefined) this.known.delete(oldest);
    return known;
  }

  private nothingKnown(tenant: string): KnownErasures {
    const known: KnownErasures = {
      ids: new Set(),
      lastRevision: -1,
      readAt: Number.NEGATIVE_INFINITY,
      refreshing: new SharedWork(() => this.refresh(tenant, known)),
    };
    return known;
  }

  private async refresh(tenant: string, known: KnownErasures): Promise<void> {
    const begun = performance.now();
    const [stream, from] = [erasedStream(tenant), known.lastRevision + 1];
    const read = { stream, direction: 'forwards', from, count: unlimited } as const;
    for await (const { data, revision } of this.reader.stream(read)) {
      const { events } = JSON.parse(data.toString('utf8')) as { readonly events: readonly ErasedEvent[] };
      for (const { id } of events) known.ids.add(id);
      known.lastRevision = revision;
    }
    known.readAt = begun;
  }
}
