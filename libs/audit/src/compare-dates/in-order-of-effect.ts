import type { PlainDate } from '#libs/kernel';

/** In the order in which they hold; those of one day stay in theirs. */
export function inOrderOfEffect<Entry>(
  entries: readonly Entry[],
  dateOf: (entry: Entry) => PlainDate,
): readonly Entry[] {
  const compare = (a: PlainDate, b: PlainDate) => (a < b ? -1 : a > b ? 1 : 0);
  return entries.toSorted((a, b) => compare(dateOf(a), dateOf(b)));
}
