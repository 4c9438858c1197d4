import type { PlainDate } from '#libs/kernel';

/** Something that holds from a date until another takes its place. */
export interface Dated<T> {
  readonly from: PlainDate;
  readonly value: T;
}

/** Adds what holds from a date, in order of dates. On the same date the one recorded later takes the place. */
export function withDated<T>(values: readonly Dated<T>[], added: Dated<T>): readonly Dated<T>[] {
  const kept = values.filter(({ from }) => from !== added.from);
  return [...kept, added].toSorted((a, b) => (a.from < b.from ? -1 : 1));
}

/** What held on the date, or null before the first. */
export function valueOn<T>(values: readonly Dated<T>[], on: PlainDate): T | null {
  return values.findLast(({ from }) => from <= on)?.value ?? null;
}
