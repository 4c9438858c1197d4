import {
  parseStreamId,
  parseStreamName,
  type AnyTeller,
  type Recorded,
  type StreamSelector,
  type Teller,
} from '#libs/kernel';
import { reads } from '#libs/read-model';
import { ofDocuments } from '../told/some-documents.js';

/** A teller of those documents only that events concern, and the streams that these documents are folded from. */
export interface ConcernedTeller {
  readonly teller: Teller<unknown>;
  readonly sources: readonly StreamSelector[];
}

/**
 * Whoever has documents that the events concern, of the committee in whose stream each event stands: what it did to
 * another committee is told there.
 */
export function documentsOf(
  tellers: readonly AnyTeller[],
  events: readonly Recorded[],
): readonly ConcernedTeller[] {
  const standing = events.filter(({ record }) => !record.erased);
  return tellers.flatMap((any) => {
    const { projection } = any as Teller<unknown>;
    const keys = new Set(
      standing
        .filter((event) => reads(projection, event))
        .flatMap((event) => projection.keysOf(event).filter((key) => isWithin(projection, key, event))),
    );
    if (keys.size === 0) return [];
    const sources = [...keys].flatMap((key) => projection.sources({ key }));
    return [{ teller: ofDocuments(any, (key) => keys.has(key)), sources }];
  });
}

function isWithin(
  { index, initial }: Teller<unknown>['projection'],
  key: string,
  { record }: Recorded,
): boolean {
  const { committee } = index(initial(key));
  return committee === null || committee === parseStreamName(parseStreamId(record.stream).name).committee;
}
