import { printStreamId, type ErasedFact, type StreamId } from '#libs/kernel';
import { erasureStream } from './erasure.js';
import { DecidedErasures, erasedUnder } from './decided-erasures.js';
import type { EventStore } from './event-store.js';

const none = new DecidedErasures();

/** What has been decided to be erased. Decisions only come on top, so each is read once. */
export class ErasureRegister {
  private readonly known = new Map<string, DecidedErasures>();

  constructor(private readonly store: EventStore) {}

  /** As it was last read: perhaps behind the log. */
  lastSeen(tenant: string): DecidedErasures {
    return this.known.get(tenant) ?? none;
  }

  /** As the log has it now. */
  async of(tenant: string): Promise<DecidedErasures> {
    const stream = { tenant, name: erasureStream };
    const from = this.lastSeen(tenant).revision + 1;
    for await (const event of this.store.readStream(stream, { from })) {
      const erasures = this.known.get(tenant) ?? new DecidedErasures();
      this.known.set(tenant, erasures);
      erasures.add(event);
    }
    return this.lastSeen(tenant);
  }

  /** The erased events of a stream, in its order. */
  async erasedIn(stream: StreamId): Promise<readonly ErasedFact[]> {
    const erasures = await this.of(stream.tenant);
    if (!erasures.streams.has(printStreamId(stream))) return [];
    const facts: ErasedFact[] = [];
    for await (const event of this.store.readStream(stream)) {
      const erasure = event.record.erased ? erasures.of(event.record.id) : undefined;
      if (erasure) facts.push({ event, erased: erasedUnder(erasure) });
    }
    return facts;
  }
}
