import { citationOf, type Actor, type ErasedBy, type Instant, type PlainDate } from '#libs/kernel';
import type { EventsErased } from '#libs/proof';
import { isErasure } from './erasure.js';
import type { StoredEvent } from './event-store.js';

/** An event as a decision to erase names it; the stream by its whole name. */
export type NamedEvent = EventsErased['events'][number];

/** A recorded decision to erase. */
export interface Erasure {
  /** The id of the event that records it, and its place in the stream of erasures. */
  readonly event: string;
  readonly revision: number;
  readonly recordedAt: Instant;
  readonly actor: Actor;
  /** The paragraph it rests on; null where the log has one that rests on none. */
  readonly citation: string | null;
  readonly effectiveOn: PlainDate;
  readonly reason: string;
  readonly events: readonly NamedEvent[];
}

export function erasedUnder({ event, citation, effectiveOn, recordedAt }: Erasure): ErasedBy {
  return { event, citation, effectiveOn, recordedAt };
}

/** What the recorded decisions say, in the order in which they were recorded. */
export class DecidedErasures {
  private readonly decisions: Erasure[] = [];
  private readonly byEvent = new Map<string, Erasure>();
  private readonly byStream = new Map<string, number>();
  private last = -1;

  get all(): readonly Erasure[] {
    return this.decisions;
  }

  /** The last revision of the stream of erasures; -1 where nothing has been decided. */
  get revision(): number {
    return this.last;
  }

  /** The first decision that names the event. */
  of(eventId: string): Erasure | undefined {
    return this.byEvent.get(eventId);
  }

  /** The streams in which events were to be erased, by their whole names, and how many in each. */
  get streams(): ReadonlyMap<string, number> {
    return this.byStream;
  }

  /** Takes in the next event of the stream of erasures; one that is there already changes nothing. */
  add(event: StoredEvent): void {
    const { revision, id, recordedAt, actor } = event.record;
    if (revision <= this.last) return;
    this.last = revision;
    if (!isErasure(event)) return;
    const { effectiveOn } = event.basis;
    const citation = citationOf(event.basis);
    const { events, reason } = event.data;
    const erasure = { event: id, revision, recordedAt, actor, citation, effectiveOn, reason, events };
    this.decisions.push(erasure);
    for (const named of events) {
      if (this.byEvent.has(named.id)) continue;
      this.byEvent.set(named.id, erasure);
      this.byStream.set(named.stream, (this.byStream.get(named.stream) ?? 0) + 1);
    }
  }
}
