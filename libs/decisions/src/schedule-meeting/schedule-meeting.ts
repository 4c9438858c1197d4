import {
  accept,
  firstObjection,
  reject,
  type Basis,
  type Decision,
  type PlainDate,
  type Rule,
} from '#libs/kernel';
import type { DecisionsRejection } from '../committee-year/rejections.js';
import type { CommitteeYearState } from '../committee-year/state.js';
import type { DecisionsEvent, MeetingKind } from '../contract/index.js';

/** The meeting stands in the committee's calendar from `basis.effectiveOn`. */
export interface ScheduleMeeting {
  readonly date: PlainDate;
  readonly kind: MeetingKind;
  readonly place: string | null;
  readonly basis: Basis;
}

type ScheduleRule = Rule<ScheduleMeeting, CommitteeYearState, DecisionsRejection>;

const theDateIsFree: ScheduleRule = ({ date }, { meetings }) =>
  meetings.some((meeting) => meeting.date === date)
    ? { code: 'meeting-already-scheduled', facts: { date } }
    : null;

const itIsScheduledBeforeItIsHeld: ScheduleRule = ({ date, basis: { effectiveOn } }) =>
  effectiveOn > date ? { code: 'scheduled-after-meeting', facts: { date, effectiveOn } } : null;

const rules = [theDateIsFree, itIsScheduledBeforeItIsHeld];

export function scheduleMeeting(
  command: ScheduleMeeting,
  state: CommitteeYearState,
): Decision<DecisionsEvent, DecisionsRejection> {
  const objection = firstObjection(rules, command, state);
  if (objection) return reject(objection);
  const { date, kind, place, basis } = command;
  return accept([{ type: 'MeetingScheduled', data: { date, kind, place }, basis }]);
}
