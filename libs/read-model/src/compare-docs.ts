import type { DocIndex, Projection } from '#libs/kernel';

/** A document as it is stored. */
export interface StoredDoc extends DocIndex {
  readonly key: string;
  readonly json: string;
}

/** A document that is not what the log says. */
export interface DocDifference {
  readonly key: string;
  readonly problem: 'missing' | 'extra' | 'different';
  /** What the log says, and what is stored, as JSON with the index before it; null where there is no document. */
  readonly expected: string | null;
  readonly stored: string | null;
}

/** Compares the documents that the log tells of with those that are stored, to the character. */
export async function* differencesOf(
  projection: Projection<unknown>,
  expected: ReadonlyMap<string, unknown>,
  storedDocs: AsyncIterable<StoredDoc>,
): AsyncGenerator<DocDifference, void, void> {
  const missing = new Map(expected);
  for await (const { key, json, ...index } of storedDocs) {
    const stored = print(index, json);
    if (!missing.has(key)) {
      yield { key, problem: 'extra', expected: null, stored };
      continue;
    }
    const should = printDoc(projection, missing.get(key));
    if (should !== stored) yield { key, problem: 'different', expected: should, stored };
    missing.delete(key);
  }
  for (const [key, doc] of missing) {
    yield { key, problem: 'missing', expected: printDoc(projection, doc), stored: null };
  }
}

function printDoc(projection: Projection<unknown>, doc: unknown): string {
  return print(projection.index(doc), JSON.stringify(doc));
}

function print({ committee, year, sortKey }: DocIndex, json: string): string {
  return `${JSON.stringify([committee, year, sortKey])} ${json}`;
}
