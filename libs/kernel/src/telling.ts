import type { DomainEvent, Recorded } from './domain-event.js';
import type { Ore } from './money.js';
import type { Projection } from './projection.js';

/** What an item says: an amount, or words as people read them. */
export type ItemValue = AmountValue | { readonly kind: 'words'; readonly words: string };

export interface AmountValue {
  readonly kind: 'amount';
  readonly amountOre: Ore;
  /**
   * Where amounts of several kinds can stand at the item's path: which this is, in Swedish, `plan` or `avvikelse mot
   * budget`. A plan that is adopted as it was is a change, though of no amount.
   */
  readonly as?: string;
}

/** One thing that holds for a committee, small enough that somebody may ask how it came to be so. */
export interface Item {
  /** Where it stands below the committee, named as in the routes: `budgets/2025/otherCosts`. Permanent. */
  readonly path: string;
  /** In Swedish: `budget 2025, övriga kostnader`. */
  readonly label: string;
  readonly value: ItemValue;
}

/** Null where it did not hold before, or holds no longer. */
export interface ItemChange extends Omit<Item, 'value'> {
  readonly from: ItemValue | null;
  readonly to: ItemValue | null;
}

/**
 * Says in words what the events of a context mean: what each of them did, and what holds in the documents of one of
 * its views. What an event changed follows from the two documents, so nothing can be told that the fold does not do.
 */
export interface Teller<Doc, E extends DomainEvent = DomainEvent> {
  readonly projection: Projection<Doc, E>;
  /**
   * What was done, as a Swedish clause that begins with a capital letter and has no full stop: `Nämnden omfördelade
   * 2 000 tkr`. Null where another teller says it, as of an event that this view only takes note of. Knows the
   * document as it was before.
   */
  readonly tell: (event: Recorded<E>, before: Doc) => string | null;
  /** In the order in which people read them; no path twice. */
  readonly itemsOf: (doc: Doc) => readonly Item[];
}

/** A teller of whatever documents and events: what a list of different tellers holds. */
export interface AnyTeller {
  readonly projection: Omit<Projection<unknown>, 'keysOf' | 'evolve' | 'index'> & {
    readonly keysOf: (event: never) => readonly string[];
    readonly evolve: (doc: never, event: never) => unknown;
    readonly index: (doc: never) => unknown;
  };
  readonly tell: (event: never, before: never) => string | null;
  readonly itemsOf: (doc: never) => readonly Item[];
}

/** An event in words. */
export interface ToldEvent {
  readonly event: Recorded;
  /** Null where the event has been erased, or is of no teller's views. */
  readonly sentence: string | null;
  readonly changes: readonly ItemChange[];
}
