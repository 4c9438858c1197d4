import { foldStream } from '#libs/kernel';
import { given } from '#libs/kernel/testing';
import { decisionRegistered, meetingScheduled } from '../committee-year/fixtures.js';
import { committeeYearStream } from '../committee-year/state.js';
import { registerDecision } from './register-decision.js';
import { unusual } from './unusual.js';

const calendar = [meetingScheduled('2023-03-21'), meetingScheduled('2023-05-16')];
const march = (paragraph: number) => decisionRegistered('2023-03-21', paragraph, 'Ärende');
const paragraph = { committee: 'SN', date: '2023-03-21', paragraph: 3 };

describe('what is unusual about a new paragraph', () => {
  it('is a date off the calendar, told with the nearest meetings', () => {
    const state = foldStream(committeeYearStream, [...calendar, march(1), march(2)]);
    expect(unusual({ ...paragraph, date: '2023-04-21' }, state)).toEqual([
      {
        code: 'date-off-the-calendar',
        facts: { citation: 'SN 2023-04-21, § 3', calendar: ['2023-03-21', '2023-05-16'] },
      },
    ]);
  });

  it('is not the date where the year has no calendar, or a meeting on it', () => {
    expect(unusual(paragraph, foldStream(committeeYearStream, [march(2)]))).toEqual([]);
    expect(unusual(paragraph, foldStream(committeeYearStream, [...calendar, march(2)]))).toEqual([]);
  });

  it('is a gap in the numbers before it', () => {
    expect(unusual({ ...paragraph, paragraph: 19 }, foldStream(committeeYearStream, [march(2)]))).toEqual([
      { code: 'paragraph-gap', facts: { citation: 'SN 2023-03-21, § 19', missingFrom: 3, missingTo: 18 } },
    ]);
    expect(unusual({ ...paragraph, paragraph: 1 }, committeeYearStream.initialState)).toEqual([]);
  });

  it('is recorded all the same', () => {
    const { date: _, paragraph: __, ...content } = march(19).data;
    given(committeeYearStream, calendar)
      .when(registerDecision, {
        committee: 'SN',
        date: '2023-04-21',
        paragraph: 28,
        content,
        today: '2023-04-21',
      })
      .thenWarned('date-off-the-calendar', 'paragraph-gap')
      .thenRecorded(decisionRegistered('2023-04-21', 28, 'Ärende'));
  });
});
