import type { PlainDate } from '#libs/kernel';

/** budgetuppföljning, fördjupad månadsuppföljning, delårsbokslut. */
export const roundKinds = ['monthly', 'extendedMonthly', 'interimAccounts'] as const;
export type RoundKind = (typeof roundKinds)[number];

/** A follow-up round (avstämningstillfälle): its number within the fiscal year and the day of the meeting. */
export interface CalendarRound {
  /** 1 and up, rising with the dates. */
  readonly round: number;
  readonly date: PlainDate;
  readonly kind: RoundKind;
}
