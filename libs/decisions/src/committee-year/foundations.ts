import { citationOf, type Foundations } from '#libs/kernel';
import type { DecisionsEvent } from '../contract/index.js';
import { meetingOn } from './meetings.js';
import { decisionOf } from './paragraphs.js';
import { committeeYearStream, type CommitteeYearState } from './state.js';

/** What happens to a meeting builds on the calendar, and what happens to a paragraph on its registration. */
export const committeeYearFoundations: Foundations<CommitteeYearState, DecisionsEvent> = {
  definition: committeeYearStream,
  isFounded,
  registers: (event) => (event.type === 'DecisionRegistered' ? citationOf(event.basis) : null),
};

function isFounded(state: CommitteeYearState, event: DecisionsEvent): boolean {
  switch (event.type) {
    case 'MeetingScheduled':
    case 'DecisionRegistered':
      return true;
    case 'MeetingMoved':
      return meetingOn(state, event.data.from) !== null;
    case 'MeetingCancelled':
      return meetingOn(state, event.data.date) !== null;
    case 'DecisionCorrected':
    case 'MinutesApproved':
      return decisionOf(state, event.data) !== null;
    case 'NoticePublished':
      return typeof decisionOf(state, event.data)?.minutesApprovedOn === 'string';
    case 'NoticeRemoved':
      return decisionOf(state, event.data)?.notices.at(-1)?.removedOn === null;
    default:
      return event satisfies never;
  }
}
