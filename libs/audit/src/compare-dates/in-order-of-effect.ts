import { compareText, type PlainDate } from '#libs/kernel';

/** In the order in which they hold; those of one day stay in theirs. */
export function inOrderOfEffect<Entry>(
  entries: readonly Entry[],
  dateOf: (entry: Entry) => PlainDate,
): readonly Entry[] {
  return entries.toSorted((a, b) => compareText(dateOf(a), dateOf(b)));
}
