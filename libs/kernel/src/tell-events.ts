import type { Recorded } from './domain-event.js';
import { parseStreamId, parseStreamName } from './stream-id.js';
import type { AnyTeller, Item, ItemChange, ItemValue, Teller, ToldEvent } from './telling.js';

/**
 * Tells events, given in the order of the log and from their beginning, on top of one another: a document stands as
 * the events before have left it. An event that several views take in is told by the first that has words for it, and
 * its changes are those of all of them.
 */
export function tellEvents(tellers: readonly AnyTeller[], events: Iterable<Recorded>): readonly ToldEvent[] {
  const views = tellers.map((teller) => new ToldView(teller as Teller<unknown>));
  return [...events].map((event) => {
    if (event.record.erased) return { event, sentence: null, changes: [] };
    const told = views.flatMap((view) => view.takeIn(event));
    const sentence = told.find((part) => part.sentence !== null)?.sentence ?? null;
    return { event, sentence, changes: told.flatMap(({ changes }) => changes) };
  });
}

/** Everything that holds in a view's documents, in their order. */
export function itemsOf(teller: AnyTeller, docs: Iterable<unknown>): readonly Item[] {
  return [...docs].flatMap((doc) => (teller as Teller<unknown>).itemsOf(doc));
}

/** What differs between two states, each thing once: what holds now in its order, then what holds no longer. */
export function itemChanges(before: readonly Item[], after: readonly Item[]): readonly ItemChange[] {
  const former = new Map(before.map((item) => [item.path, item]));
  const kept = new Set(after.map(({ path }) => path));
  const held = after.map(({ path, label, value }) => ({
    path,
    label,
    from: former.get(path)?.value ?? null,
    to: value,
  }));
  const gone = before.filter(({ path }) => !kept.has(path));
  return [
    ...held.filter(({ from, to }) => !sameValue(from, to)),
    ...gone.map(({ path, label, value }) => ({ path, label, from: value, to: null })),
  ];
}

export function sameValue(one: ItemValue | null, other: ItemValue | null): boolean {
  if (one === null || other === null) return one === other;
  if (one.kind === 'words') return other.kind === 'words' && one.words === other.words;
  return other.kind === 'amount' && one.amountOre === other.amountOre && one.as === other.as;
}

/** The documents of one view while events are told. */
class ToldView {
  /** With what holds in each: the items after an event are those before the next one. */
  private readonly docs = new Map<string, { readonly doc: unknown; readonly items: readonly Item[] }>();

  constructor(private readonly teller: Teller<unknown>) {}

  takeIn(event: Recorded): readonly Omit<ToldEvent, 'event'>[] {
    if (!this.reads(event)) return [];
    return this.teller.projection.keysOf(event).map((key) => this.evolve(key, event));
  }

  private evolve(key: string, event: Recorded): Omit<ToldEvent, 'event'> {
    const { projection, tell } = this.teller;
    const before = this.docs.get(key) ?? this.held(projection.initial(key));
    const after = this.held(projection.evolve(before.doc, event));
    this.docs.set(key, after);
    return { sentence: tell(event, before.doc), changes: itemChanges(before.items, after.items) };
  }

  private held(doc: unknown) {
    return { doc, items: this.teller.itemsOf(doc) };
  }

  /** A projection never sees an event of another context. */
  private reads({ record }: Recorded): boolean {
    const { context } = parseStreamName(parseStreamId(record.stream).name);
    return this.teller.projection.contexts.includes(context);
  }
}
