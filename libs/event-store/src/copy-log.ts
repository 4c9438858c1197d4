import { decodeEvent } from './encoded-event.js';
import type { EventStore, SealedEvent, StoredEvent } from './event-store.js';

export interface CopyLogOptions {
  readonly source: EventStore;
  /** Nobody else writes to the municipality's log there meanwhile. */
  readonly target: EventStore;
  readonly tenant: string;
  /** Called for every event, found there or copied; `total` is what the source had at the start. */
  readonly onProgress?: (events: number, total: number) => void;
  /** Ends the copying between two events; it may be taken up again. */
  readonly signal?: AbortSignal;
}

/** The two logs have different events at the same place, or one of them has none there. */
export class LogsDifferError extends Error {
  constructor(
    /** In the log, from 1. */
    readonly place: number,
    readonly original: StoredEvent | null,
    readonly copy: StoredEvent | null,
  ) {
    super(`The logs differ in event ${place}.`);
    this.name = 'LogsDifferError';
  }

  static at(place: number, original: SealedEvent | null, copy: SealedEvent | null): LogsDifferError {
    return new LogsDifferError(place, decoded(original), decoded(copy));
  }
}

/**
 * Copies a municipality's log event by event, as it was sealed: ids, revisions, times, order and proof are the same, so
 * that whoever has kept a checkpoint of the one can verify the other. Only positions differ: each store has its own. What stands in the target already must be the beginning of the source: so an interrupted
 * copy is taken up where it ended, and into another log nothing is written. Answers how many events were copied now.
 * Throws {@link LogsDifferError}.
 */
export async function copyLog({ onProgress, signal, ...logs }: CopyLogOptions): Promise<number> {
  const total = await countEvents(logs.source, logs.tenant);
  let [events, copied] = [0, 0];
  for await (const [original, copy] of sideBySide(logs)) {
    signal?.throwIfAborted();
    events += 1;
    if (copy || !original) {
      assertSame(events, original, copy);
    } else {
      const { outcome } = await logs.target.restore(logs.tenant, original);
      if (outcome === 'conflict') throw LogsDifferError.at(events, original, null);
      copied += 1;
    }
    onProgress?.(events, total);
  }
  return copied;
}

/** Compares two logs of a municipality, positions aside. Answers how many events they have; throws {@link LogsDifferError}. */
export async function compareLogs(logs: Logs): Promise<number> {
  let events = 0;
  for await (const [original, copy] of sideBySide(logs)) {
    events += 1;
    assertSame(events, original, copy);
  }
  return events;
}

type Logs = Pick<CopyLogOptions, 'source' | 'target' | 'tenant'>;

type Pair = readonly [original: SealedEvent | null, copy: SealedEvent | null];

/** Null from where a log ends; what is appended to it after that is not met. */
async function* sideBySide({ source, target, tenant }: Logs): AsyncGenerator<Pair, void, void> {
  const [originals, copies] = [eventsOf(source, tenant), eventsOf(target, tenant)];
  for (;;) {
    const [original, copy] = await Promise.all([originals.next(), copies.next()]);
    if (original.done && copy.done) return;
    yield [original.done ? null : original.value, copy.done ? null : copy.value];
  }
}

async function* eventsOf(store: EventStore, tenant: string): AsyncGenerator<SealedEvent, void, void> {
  for (let after: string | undefined, atEnd = false; !atEnd;) {
    const page = await store.readSealed(tenant, { after, limit: pageSize });
    yield* page.events;
    after = page.next ?? undefined;
    ({ atEnd } = page);
  }
}

const pageSize = 1_000;

async function countEvents(store: EventStore, tenant: string): Promise<number> {
  let count = 0;
  for (let after: string | undefined, atEnd = false; !atEnd;) {
    const page = await store.readSealed(tenant, { after, limit: pageSize, contents: false });
    count += page.events.length;
    after = page.next ?? undefined;
    ({ atEnd } = page);
  }
  return count;
}

function assertSame(place: number, original: SealedEvent | null, copy: SealedEvent | null): void {
  const isSame =
    original?.envelope === copy?.envelope &&
    original?.content === copy?.content &&
    original?.salt === copy?.salt;
  if (!isSame) throw LogsDifferError.at(place, original, copy);
}

function decoded(event: SealedEvent | null): StoredEvent | null {
  return event && decodeEvent(event.envelope, event.content, event.position);
}
