import type { AnyTeller, Recorded, StreamSelector, Teller } from '#libs/kernel';
import { reads } from '#libs/read-model';
import { ofDocuments } from '../told/some-documents.js';

/** A teller of those documents only that events concern, and the streams that these documents are folded from. */
export interface ConcernedTeller {
  readonly teller: Teller<unknown>;
  readonly sources: readonly StreamSelector[];
}

/** Whoever has documents that the events concern. */
export function documentsOf(
  tellers: readonly AnyTeller[],
  events: readonly Recorded[],
): readonly ConcernedTeller[] {
  const standing = events.filter(({ record }) => !record.erased);
  return tellers.flatMap((any) => {
    const { projection } = any as Teller<unknown>;
    const concerned = standing.filter((event) => reads(projection, event));
    const keys = new Set(concerned.flatMap((event) => projection.keysOf(event)));
    if (keys.size === 0) return [];
    const sources = [...keys].flatMap((key) => projection.sources({ key }));
    return [{ teller: ofDocuments(any, (key) => keys.has(key)), sources }];
  });
}
