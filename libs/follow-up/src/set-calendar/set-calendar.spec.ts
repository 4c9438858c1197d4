import { given } from '#libs/kernel/testing';
import type { CalendarRound, FollowUpEvent } from '../contract/index.js';
import { followUpStream } from '../fiscal-year/evolve.js';
import { calendarSet, forecastSubmitted, reported, threeRounds } from '../fiscal-year/fixtures.js';
import { setCalendar, type SetCalendar } from './set-calendar.js';

const threeMeetings: SetCalendar = { year: 2023, rounds: threeRounds, basis: reported('2023-01-01') };
const [march, may, september] = threeRounds as [CalendarRound, CalendarRound, CalendarRound];

const setting = (rounds: readonly CalendarRound[], ...facts: readonly FollowUpEvent[]) =>
  given(followUpStream, facts).when(setCalendar, { ...threeMeetings, rounds });

describe('setting the calendar of rounds', () => {
  it('records the rounds by their numbers, in whatever order they were typed', () => {
    setting([september, march, may]).thenRecorded(calendarSet);
  });

  it('replaces the former calendar, also where it gets shorter', () => {
    const state = setting([march, { ...may, date: '2023-05-23' }], calendarSet).thenRecorded({
      ...calendarSet,
      data: { rounds: [march, { ...may, date: '2023-05-23' }] },
    } as FollowUpEvent);
    expect(state.calendar.map(({ round, date }) => [round, date])).toEqual([
      [1, '2023-03-21'],
      [2, '2023-05-23'],
    ]);
  });

  it('may change what a round is called after its forecast, but neither its number nor its date', () => {
    const extended: CalendarRound = { ...march, kind: 'extendedMonthly' };
    setting([extended, may], calendarSet, forecastSubmitted).thenRecorded({
      ...calendarSet,
      data: { rounds: [extended, may] },
    } as FollowUpEvent);
  });

  it('lets December meet the committee in January', () => {
    setting([{ ...march, date: '2024-01-31' }]).thenWarned();
  });

  it('remembers from when a round has been planned, so that its forecast holds no earlier', () => {
    const later = { ...calendarSet, basis: reported('2023-04-01') };
    const { calendar } = given(followUpStream, [
      { ...calendarSet, data: { rounds: [march] } } as FollowUpEvent,
      later,
    ]).state;
    expect(calendar.map(({ round, since }) => [round, since])).toEqual([
      [1, '2023-01-01'],
      [2, '2023-04-01'],
      [3, '2023-04-01'],
    ]);
  });
});

describe('setting the calendar is refused', () => {
  it.each([
    [
      [2, 3],
      [2, 3],
    ],
    [
      [1, 3],
      [1, 3],
    ],
    [
      [1, 1],
      [1, 1],
    ],
    [
      [2, 1, 4],
      [1, 2, 4],
    ],
  ])('with rounds numbered %p', (numbers, rounds) => {
    const numbered = numbers.map((round) => ({ ...march, round, date: `2023-0${round}-21` }));
    setting(numbered).thenRejected('rounds-not-numbered-from-one', { rounds });
  });

  it('where a later round meets earlier, or on the same day', () => {
    const facts = { round: 2, date: '2023-03-21', formerDate: '2023-03-21' };
    setting([march, { ...may, date: '2023-03-21' }]).thenRejected('round-dates-not-rising', facts);
  });

  it.each(['2022-12-31', '2024-02-01'])('with a round on %s', (date) => {
    const facts = { round: 1, date, from: '2023-01-01', to: '2024-01-31' };
    setting([{ ...march, date }]).thenRejected('round-outside-the-year', facts);
  });

  it('where a round with a forecast would move or disappear', () => {
    const moved = { ...march, date: '2023-03-28' };
    setting([moved, may], calendarSet, forecastSubmitted).thenRejected('round-has-forecast', {
      round: 1,
      date: '2023-03-21',
      proposed: moved,
    });
    setting([], calendarSet, forecastSubmitted).thenRejected('round-has-forecast', {
      round: 1,
      date: '2023-03-21',
      proposed: null,
    });
  });
});
