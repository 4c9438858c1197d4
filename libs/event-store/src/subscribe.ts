import type { EventStore, LogFilter, Position, StoredEvent } from './event-store.js';

export interface SubscribeOptions {
  /** Exclusive; from the start where it is left out. */
  readonly after?: Position;
  readonly filter?: LogFilter;
  /** Largest page; 1,000 unless told. */
  readonly pageSize?: number;
  /** Ends the subscription. */
  readonly signal: AbortSignal;
}

/** What a subscription hands over: at least one event, or none where only filtered events were passed. */
export interface SubscriptionPage {
  readonly events: readonly StoredEvent[];
  /** Everything up to here has been handed over: store it once the events are handled. */
  readonly position: Position;
}

/**
 * Follows a municipality's log for as long as the signal lets it: what stands there first, then what comes.
 * Pages are handed over one at a time, in order, so that a slow consumer is never overrun.
 */
export async function* subscribe(
  store: EventStore,
  tenant: string,
  { after, filter, pageSize = 1_000, signal }: SubscribeOptions,
): AsyncGenerator<SubscriptionPage, void, void> {
  let position = after;
  for await (const _ of store.changes(signal)) {
    for (let atEnd = false; !atEnd && !signal.aborted;) {
      const page = await store.readLog(tenant, { after: position, filter, limit: pageSize });
      atEnd = page.atEnd;
      if (page.next === null || page.next === position) continue;
      position = page.next;
      yield { events: page.events, position };
    }
  }
}
