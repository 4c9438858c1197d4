import type { PlainDate } from '#libs/kernel';
import type { DecisionsRejection } from './rejections.js';
import type { CommitteeYearState, Meeting } from './state.js';

export function meetingOn({ meetings }: CommitteeYearState, date: PlainDate): Meeting | null {
  return meetings.find((meeting) => meeting.date === date) ?? null;
}

/** Why a meeting cannot be moved or called off from the date on which that takes effect. */
export function objectionToChange(
  state: CommitteeYearState,
  date: PlainDate,
  effectiveOn: PlainDate,
): DecisionsRejection | null {
  const meeting = meetingOn(state, date);
  if (!meeting) {
    return { code: 'meeting-unknown', facts: { date, calendar: state.meetings.map((other) => other.date) } };
  }
  const paragraphs = state.decisions
    .filter((decision) => decision.date === date)
    .map(({ paragraph }) => paragraph);
  if (paragraphs.length > 0) return { code: 'meeting-has-decisions', facts: { date, paragraphs } };
  if (effectiveOn >= meeting.scheduledOn) return null;
  const { scheduledOn } = meeting;
  return { code: 'meeting-changed-before-scheduled', facts: { date, effectiveOn, scheduledOn } };
}
