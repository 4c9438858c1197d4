import { foldInto, itemsOf, qualifies, type AsOf, type Item, type Recorded, type Teller } from '#libs/kernel';
import { reads, selectDocs } from '#libs/read-model';
import type { LoggedEvent } from '../log/logged-event.js';

/** Events in the order of the log, from their beginning, and whoever tells them. */
export interface ToldLog {
  readonly tellers: readonly Teller<unknown>[];
  readonly events: readonly LoggedEvent[];
  /** Those that are asked for; the others are what they are told on top of. */
  readonly isAsked: (event: Recorded) => boolean;
}

/** Whether nothing that is asked for is in it. */
export function isEmpty({ events, isAsked }: ToldLog): boolean {
  return !events.some(isAsked);
}

/** The part of it that held on a date and was known by an instant. */
export function asOf(log: ToldLog, times: AsOf): ToldLog {
  return { ...log, events: log.events.filter((event) => qualifies(event, times)) };
}

/** Everything that holds after the events, view by view, each view's documents in their order. */
export function itemsAfter({ tellers, events }: ToldLog): readonly Item[] {
  return tellers.flatMap((teller) => {
    const { projection } = teller;
    const taken = events.filter((event) => reads(projection, event));
    const docs = foldInto(projection, new Map<string, unknown>(), taken);
    return itemsOf(teller, selectDocs(projection, docs, {}).values());
  });
}
