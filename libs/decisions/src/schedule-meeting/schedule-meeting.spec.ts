import { given } from '#libs/kernel/testing';
import { meetingScheduled } from '../committee-year/fixtures.js';
import { committeeYearStream } from '../committee-year/state.js';
import { scheduleMeeting } from './schedule-meeting.js';

const september = meetingScheduled('2023-09-19');
const command = { ...september.data, basis: september.basis };

describe('scheduling a meeting', () => {
  it('puts it in the calendar, in order of dates', () => {
    const state = given(committeeYearStream, [meetingScheduled('2023-10-24')])
      .when(scheduleMeeting, command)
      .thenRecorded(september);
    expect(state.meetings.map(({ date }) => date)).toEqual(['2023-09-19', '2023-10-24']);
  });

  it('on the same date twice is refused', () => {
    given(committeeYearStream, [september])
      .when(scheduleMeeting, command)
      .thenRejected('meeting-already-scheduled', { date: '2023-09-19' });
  });

  it('is refused where the calendar would hold it only afterwards', () => {
    given(committeeYearStream)
      .when(scheduleMeeting, { ...command, basis: { kind: 'report', effectiveOn: '2023-09-20' } })
      .thenRejected('scheduled-after-meeting', { date: '2023-09-19', effectiveOn: '2023-09-20' });
  });
});
