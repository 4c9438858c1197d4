import { given } from '#libs/kernel/testing';
import { decisionRegistered, meetingCancelled, meetingScheduled } from '../committee-year/fixtures.js';
import { committeeYearStream } from '../committee-year/state.js';
import { cancelMeeting } from './cancel-meeting.js';

const november = meetingScheduled('2023-11-28');
const command = { ...meetingCancelled.data, basis: meetingCancelled.basis };

describe('cancelling a meeting', () => {
  it('takes it off the calendar', () => {
    const state = given(committeeYearStream, [november])
      .when(cancelMeeting, command)
      .thenRecorded(meetingCancelled);
    expect(state.meetings).toEqual([]);
  });

  it('that is not in the calendar is refused, with those that are', () => {
    given(committeeYearStream, [meetingScheduled('2023-11-14')])
      .when(cancelMeeting, command)
      .thenRejected('meeting-unknown', { date: '2023-11-28', calendar: ['2023-11-14'] });
  });

  it('that has decided something is refused', () => {
    given(committeeYearStream, [november, decisionRegistered('2023-11-28', 58, 'Val av dataskyddsombud')])
      .when(cancelMeeting, command)
      .thenRejected('meeting-has-decisions', { date: '2023-11-28', paragraphs: [58] });
  });

  it('before it was scheduled is refused', () => {
    given(committeeYearStream, [november])
      .when(cancelMeeting, { ...command, basis: { kind: 'report', effectiveOn: '2022-12-31' } })
      .thenRejected('meeting-changed-before-scheduled', {
        date: '2023-11-28',
        effectiveOn: '2022-12-31',
        scheduledOn: '2023-01-01',
      });
  });
});
