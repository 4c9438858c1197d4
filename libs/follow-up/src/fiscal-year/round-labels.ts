import type { CalendarRound, RoundKind } from '../contract/index.js';
import type { FollowUpYear } from './year-document.js';

/** What a round is called in the printed tables. */
const labels: Readonly<Record<RoundKind, string>> = {
  monthly: 'Månadsuppföljning',
  extendedMonthly: 'Fördjupad månadsuppföljning',
  interimAccounts: 'Delårsbokslut',
};

export interface LabelledRound extends CalendarRound {
  /** Swedish, as printed. */
  readonly label: string;
}

/** The rounds of the year in order, those without a forecast too. */
export function labelledRounds({ calendar }: FollowUpYear): readonly LabelledRound[] {
  return calendar.map((round) => ({ ...round, label: labels[round.kind] }));
}
