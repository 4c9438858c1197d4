import {
  itemChanges,
  itemsOf,
  type PlainDate,
  type Recorded,
  type Teller,
  type ToldEvent,
} from '#libs/kernel';
import { reads } from '#libs/read-model';
import type { ToldLog } from '../told/told-log.js';
import { inOrderOfEffect } from './in-order-of-effect.js';

/** What each event did, by its id. */
export type ToldById = ReadonlyMap<string, Pick<ToldEvent, 'sentence' | 'changes'>>;

/**
 * Tells the events after a date in the order in which they hold: each on top of what held the moment before. That
 * order is another than the log's where a decision was recorded late. Whatever the order in which they hold, a view
 * takes events in as the log has them, so the last change leads to what the view shows.
 */
export function tellByDate({ tellers, events }: ToldLog, after: PlainDate): ToldById {
  const told = new Map<string, Pick<ToldEvent, 'sentence' | 'changes'>>();
  for (const teller of tellers) {
    for (const [key, own] of eventsByDocument(teller, events)) {
      for (const { event, sentence, changes } of tellDocument(teller, key, own, after)) {
        const { id } = event.record;
        const before = told.get(id) ?? { sentence: null, changes: [] };
        const all = [...before.changes, ...changes];
        told.set(id, { sentence: before.sentence ?? sentence, changes: all });
      }
    }
  }
  return told;
}

/** An event of a document, and its place among the events. */
interface Placed {
  readonly event: Recorded;
  readonly place: number;
}

function eventsByDocument({ projection }: Teller<unknown>, events: readonly Recorded[]) {
  const byKey = new Map<string, Placed[]>();
  for (const [place, event] of events.entries()) {
    if (event.record.erased || !reads(projection, event)) continue;
    for (const key of projection.keysOf(event)) {
      const own = byKey.get(key) ?? [];
      byKey.set(key, own);
      own.push({ event, place });
    }
  }
  return byKey;
}

function* tellDocument(
  teller: Teller<unknown>,
  key: string,
  events: readonly Placed[],
  after: PlainDate,
): Generator<ToldEvent> {
  const { initial, evolve } = teller.projection;
  const fold = (some: readonly Placed[]) => some.reduce((doc, { event }) => evolve(doc, event), initial(key));
  const taken = events.filter((placed) => dateOf(placed) <= after);
  let doc = fold(taken);
  for (const placed of inOrderOfEffect(
    events.filter((later) => dateOf(later) > after),
    dateOf,
  )) {
    const { event } = placed;
    const before = doc;
    const place = taken.findLastIndex((other) => other.place < placed.place) + 1;
    taken.splice(place, 0, placed);
    doc = place === taken.length - 1 ? evolve(before, event) : fold(taken);
    const changes = itemChanges(itemsOf(teller, [before]), itemsOf(teller, [doc]));
    yield { event, sentence: teller.tell(event, before), changes };
  }
}

function dateOf({ event }: Placed): PlainDate {
  return event.basis.effectiveOn;
}
