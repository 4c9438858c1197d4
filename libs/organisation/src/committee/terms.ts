import type { PlainDate } from '#libs/kernel';
import type { CommitteeRejection, CommitteeTerm } from '../contract/index.js';

export function isInTerm({ from, to }: CommitteeTerm, on: PlainDate): boolean {
  return from <= on && (to === null || on <= to);
}

/** Whether some day belongs to both. */
export function termsMeet(a: CommitteeTerm, b: CommitteeTerm): boolean {
  return (b.to === null || a.from <= b.to) && (a.to === null || b.from <= a.to);
}

/** The term that a last day would end: the latest that has begun by then. Terms stand in order. */
export function termBegunBy(terms: readonly CommitteeTerm[], on: PlainDate): CommitteeTerm | null {
  return terms.findLast(({ from }) => from <= on) ?? null;
}

/** Why nothing of the committee can hold on the date. No terms: it is not in the register. */
export function committeeObjection(
  committee: string,
  terms: readonly CommitteeTerm[],
  on: PlainDate,
): CommitteeRejection | null {
  if (terms.length === 0) return { code: 'committee-unknown', facts: { committee } };
  if (terms.some((term) => isInTerm(term, on))) return null;
  return { code: 'committee-not-in-force', facts: { committee, on, terms } };
}
