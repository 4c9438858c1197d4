import type { DomainEvent, Recorded } from './domain-event.js';
import type { Instant, PlainDate } from './plain-date.js';

/** By what a view's documents are listed: committee, year and an order within them. Null where it does not apply. */
export interface DocIndex {
  readonly committee: string | null;
  readonly year: number | null;
  readonly sortKey: string;
}

/** Which documents somebody asks for: one by its key, or a committee's, perhaps of one year. */
export interface DocSelection {
  readonly key?: string;
  readonly committee?: string;
  readonly year?: number;
}

/** Streams of one tenant: exactly one, or all whose names begin so. */
export type StreamSelector = { readonly stream: string } | { readonly prefix: string };

/**
 * A view of the log: documents, each a pure fold over the events that concern it. The same fold serves the
 * incremental read model, its rebuild, and every as-of answer.
 */
export interface Projection<Doc, E extends DomainEvent = DomainEvent> {
  /** Lower-case words joined by `-`; also the name of the read model. */
  readonly name: string;
  /** Raised when the documents change shape or meaning; the read model is then rebuilt. */
  readonly version: number;
  /** The stream contexts it reads; it never sees an event of another. Every event type of them must be known to it. */
  readonly contexts: readonly string[];
  /** The documents that the event concerns; none is allowed. */
  readonly keysOf: (event: Recorded<E>) => readonly string[];
  readonly initial: (key: string) => Doc;
  readonly evolve: (doc: Doc, event: Recorded<E>) => Doc;
  readonly index: (doc: Doc) => DocIndex;
  /** The streams whose events can concern the selected documents: what an as-of answer has to read. */
  readonly sources: (selection: DocSelection) => readonly StreamSelector[];
}

/** Two times: what held on a date, and what had been recorded by an instant. Both inclusive; neither means now. */
export interface AsOf {
  readonly asOf?: PlainDate;
  readonly knownAt?: Instant;
}

export function qualifies(event: Recorded, { asOf, knownAt }: AsOf): boolean {
  return (
    (asOf === undefined || event.basis.effectiveOn <= asOf) &&
    (knownAt === undefined || event.record.recordedAt <= knownAt)
  );
}

/**
 * Folds events, in log order, into the documents they concern, on top of those given. Changes `docs` in place. What a
 * decision has erased is passed over: the documents are what they would be without it.
 */
export function foldInto<Doc, E extends DomainEvent>(
  projection: Projection<Doc, E>,
  docs: Map<string, Doc>,
  events: Iterable<Recorded<E>>,
): Map<string, Doc> {
  for (const event of events) {
    if (event.record.erased) continue;
    for (const key of projection.keysOf(event)) {
      docs.set(key, projection.evolve(docs.get(key) ?? projection.initial(key), event));
    }
  }
  return docs;
}
