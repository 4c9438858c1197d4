import type { DocIndex, DocSelection, DomainEvent, Projection, Recorded, StreamSelector } from '#libs/kernel';

/** A projection of whatever documents and events: what a list of different projections holds. */
export interface AnyProjection {
  readonly name: string;
  readonly version: number;
  readonly contexts: readonly string[];
  readonly keysOf: (event: never) => readonly string[];
  readonly initial: (key: string) => unknown;
  readonly evolve: (doc: never, event: never) => unknown;
  readonly index: (doc: never) => DocIndex;
  readonly sources: (selection: DocSelection) => readonly StreamSelector[];
}

/** Forgets the types of documents and events, for the machinery that only carries them. */
export function untyped(projection: AnyProjection): Projection<unknown> {
  return projection as Projection<unknown>;
}

/** Whether the event is of a context that the projection reads; it never sees another. */
export function reads<Doc, E extends DomainEvent>(
  projection: Projection<Doc, E>,
  event: Recorded,
): event is Recorded<E> {
  const { stream } = event.record;
  const start = stream.indexOf(':') + 1;
  return projection.contexts.some((context) => {
    const after = stream.charAt(start + context.length);
    return stream.startsWith(context, start) && (after === '-' || after === '.');
  });
}
