import { endOfMonth, type FiscalYear, type PlainDate } from '#libs/kernel';
import type { FollowUpRejection } from './rejections.js';
import { roundOf, type FollowUpState } from './state.js';

interface OnRound {
  readonly year: FiscalYear;
  readonly round: number;
}

export function theRoundIsInTheCalendar({ year, round }: OnRound, state: FollowUpState) {
  if (roundOf(state, round)) return null;
  const rounds = state.calendar.map((known) => known.round);
  return { code: 'round-not-in-calendar', facts: { year, round, rounds } } as const;
}

/** Otherwise some date would show the fact without the one that it builds on. */
export function heldByThen(
  subject: string,
  effectiveOn: PlainDate,
  subjectEffectiveOn: PlainDate | undefined,
): FollowUpRejection | null {
  if (subjectEffectiveOn === undefined || effectiveOn >= subjectEffectiveOn) return null;
  return { code: 'effective-before-its-subject', facts: { subject, effectiveOn, subjectEffectiveOn } };
}

/** The last day of the fiscal year. */
export function lastDayOf(year: FiscalYear): PlainDate {
  return endOfMonth(year, 12);
}
