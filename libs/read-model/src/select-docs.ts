import type { DocSelection, DomainEvent, Projection } from '#libs/kernel';

/** Which documents, from where in the order of their sort keys, and how many at most. */
export interface DocQuery extends DocSelection {
  /** Only documents whose sort key comes after this one. */
  readonly afterSortKey?: string;
  readonly limit?: number;
}

/** The documents asked for, in the order of their sort keys: what the read model answers by its index. */
export function selectDocs<Doc, E extends DomainEvent>(
  projection: Projection<Doc, E>,
  docs: ReadonlyMap<string, Doc>,
  { key, committee, year, afterSortKey, limit }: DocQuery,
): Map<string, Doc> {
  const selected = [...docs]
    .map(([docKey, doc]) => ({ docKey, doc, index: projection.index(doc) }))
    .filter(
      ({ docKey, index }) =>
        (key === undefined || docKey === key) &&
        (committee === undefined || index.committee === committee) &&
        (year === undefined || index.year === year) &&
        (afterSortKey === undefined || compareText(index.sortKey, afterSortKey) > 0),
    )
    .toSorted((a, b) => compareText(a.index.sortKey, b.index.sortKey) || compareText(a.docKey, b.docKey));
  return new Map(selected.slice(0, limit).map(({ docKey, doc }) => [docKey, doc]));
}

/** Orders as PostgreSQL's collation "C" does: by UTF-8 bytes. JavaScript's `<` differs from it beyond U+FFFF. */
function compareText(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
