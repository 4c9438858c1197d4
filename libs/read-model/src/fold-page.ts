import { foldInto, type DocIndex, type Projection, type Recorded } from '#libs/kernel';
import { FoldError } from './errors.js';

/** A document as it is written. */
export interface WrittenDoc extends DocIndex {
  readonly key: string;
  readonly doc: unknown;
  /** The document as JSON. The text is stored as it is, so that reading it back gives the same document. */
  readonly json: string;
}

/** The keys of the documents that the events concern. Throws FoldError where the projection does. */
export function concernedKeys(projection: Projection<unknown>, events: readonly Recorded[]): Set<string> {
  return blamingTheProjection(
    () => new Set(events.flatMap((event) => (event.record.erased ? [] : projection.keysOf(event)))),
  );
}

/**
 * Folds events into the documents they concern, given as they stood before (no entry: there is none yet), and
 * answers those that became others. Throws FoldError where the projection does.
 */
export function foldPage(
  projection: Projection<unknown>,
  before: ReadonlyMap<string, unknown>,
  events: readonly Recorded[],
): WrittenDoc[] {
  return blamingTheProjection(() =>
    [...foldInto(projection, new Map(before), events)]
      .filter(([key, doc]) => !before.has(key) || before.get(key) !== doc)
      .map(([key, doc]) => ({ ...projection.index(doc), key, doc, json: jsonOf(key, doc) })),
  );
}

function jsonOf(key: string, doc: unknown): string {
  const json: string | undefined = JSON.stringify(doc);
  if (json === undefined) throw new Error(`The document "${key}" cannot be written as JSON.`);
  return json;
}

function blamingTheProjection<T>(fold: () => T): T {
  try {
    return fold();
  } catch (error) {
    throw new FoldError(error);
  }
}
