import { accept, reject, type Basis, type Decision, type PlainDate } from '#libs/kernel';
import { objectionToChange } from '../committee-year/meetings.js';
import type { DecisionsRejection } from '../committee-year/rejections.js';
import type { CommitteeYearState } from '../committee-year/state.js';
import type { DecisionsEvent } from '../contract/index.js';

/** The meeting is called off (inställt). */
export interface CancelMeeting {
  readonly date: PlainDate;
  readonly reason: string | null;
  readonly basis: Basis;
}

export function cancelMeeting(
  { date, reason, basis }: CancelMeeting,
  state: CommitteeYearState,
): Decision<DecisionsEvent, DecisionsRejection> {
  const objection = objectionToChange(state, date, basis.effectiveOn);
  if (objection) return reject(objection);
  return accept([{ type: 'MeetingCancelled', data: { date, reason }, basis }]);
}
