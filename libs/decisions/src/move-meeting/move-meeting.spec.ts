import { given } from '#libs/kernel/testing';
import { decisionRegistered, meetingMoved, meetingScheduled } from '../committee-year/fixtures.js';
import { committeeYearStream } from '../committee-year/state.js';
import { moveMeeting } from './move-meeting.js';

const april = meetingScheduled('2023-04-18');
const command = { ...meetingMoved.data, basis: meetingMoved.basis };

describe('moving a meeting', () => {
  it('gives it another date in the calendar', () => {
    const state = given(committeeYearStream, [april]).when(moveMeeting, command).thenRecorded(meetingMoved);
    expect(state.meetings.map(({ date, place }) => [date, place])).toEqual([['2023-04-21', 'Rådhuset']]);
  });

  it('to a date that has a meeting is refused', () => {
    given(committeeYearStream, [april, meetingScheduled('2023-04-21')])
      .when(moveMeeting, command)
      .thenRejected('meeting-already-scheduled', { date: '2023-04-21' });
  });

  it('to another year is refused', () => {
    given(committeeYearStream, [april])
      .when(moveMeeting, { ...command, to: '2024-01-16' })
      .thenRejected('meeting-outside-year', { from: '2023-04-18', to: '2024-01-16' });
  });

  it('that is not in the calendar is refused', () => {
    given(committeeYearStream)
      .when(moveMeeting, command)
      .thenRejected('meeting-unknown', { date: '2023-04-18', calendar: [] });
  });

  it('that has decided something is refused', () => {
    given(committeeYearStream, [april, decisionRegistered('2023-04-18', 28, 'Budgetuppföljning, prognos')])
      .when(moveMeeting, command)
      .thenRejected('meeting-has-decisions', { date: '2023-04-18', paragraphs: [28] });
  });

  it('before it was scheduled is refused', () => {
    given(committeeYearStream, [april])
      .when(moveMeeting, { ...command, basis: { kind: 'report', effectiveOn: '2022-12-31' } })
      .thenRejected('meeting-changed-before-scheduled', {
        date: '2023-04-18',
        effectiveOn: '2022-12-31',
        scheduledOn: '2023-01-01',
      });
  });
});
