/** A page of a list: ask for the next one with its `next` as `after`; null where this is the last. */
export interface Page<Doc> {
  readonly items: readonly Doc[];
  readonly next: string | null;
}

/** Makes a page of `limit` documents out of a list that was asked for one more than that. */
export function pageOf<Doc>(docs: readonly Doc[], limit: number, sortKeyOf: (doc: Doc) => string): Page<Doc> {
  const items = docs.slice(0, limit);
  const last = items.at(-1);
  return { items, next: docs.length > limit && last !== undefined ? sortKeyOf(last) : null };
}
