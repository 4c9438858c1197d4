import { accept, reject, yearOf, type Basis, type Decision, type PlainDate } from '#libs/kernel';
import { meetingOn, objectionToChange } from '../committee-year/meetings.js';
import type { DecisionsRejection } from '../committee-year/rejections.js';
import type { CommitteeYearState } from '../committee-year/state.js';
import type { DecisionsEvent } from '../contract/index.js';

/** The meeting is held on another date of the same year. */
export interface MoveMeeting {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly basis: Basis;
}

export function moveMeeting(
  { from, to, basis }: MoveMeeting,
  state: CommitteeYearState,
): Decision<DecisionsEvent, DecisionsRejection> {
  const objection = objectionToChange(state, from, basis.effectiveOn) ?? objectionToDate(from, to, state);
  if (objection) return reject(objection);
  return accept([{ type: 'MeetingMoved', data: { from, to }, basis }]);
}

/** Paragraphs are numbered by year, so a meeting of another year stands in another stream. */
function objectionToDate(
  from: PlainDate,
  to: PlainDate,
  state: CommitteeYearState,
): DecisionsRejection | null {
  if (yearOf(from) !== yearOf(to)) return { code: 'meeting-outside-year', facts: { from, to } };
  return meetingOn(state, to) ? { code: 'meeting-already-scheduled', facts: { date: to } } : null;
}
