import { given } from '#libs/kernel/testing';
import { decisionRegistered, interimAccountsDecided } from '../committee-year/fixtures.js';
import { committeeYearStream } from '../committee-year/state.js';
import { registerDecision, type RegisterDecision } from './register-decision.js';

function register(date: string, paragraph: number, today = '2026-11-23'): RegisterDecision {
  const {
    date: _,
    paragraph: __,
    ...content
  } = decisionRegistered(date, paragraph, 'Budgetuppföljning, prognos').data;
  return { committee: 'SN', date, paragraph, content, today };
}
const registered = (date: string, paragraph: number) =>
  decisionRegistered(date, paragraph, 'Budgetuppföljning, prognos');
const spring = [registered('2023-03-21', 19), registered('2023-04-21', 28), registered('2023-05-16', 32)];

describe('registering a decision', () => {
  it('records all that the minutes say, resting on the paragraph itself', () => {
    const { date, paragraph, ...content } = interimAccountsDecided.data;
    given(committeeYearStream)
      .when(registerDecision, { committee: 'SN', date, paragraph, content, today: '2023-09-19' })
      .thenRecorded(interimAccountsDecided);
  });

  it('later for an earlier meeting fits between its neighbours', () => {
    const state = given(committeeYearStream, spring)
      .when(registerDecision, register('2023-03-21', 22))
      .thenRecorded(registered('2023-03-21', 22));
    expect(state.decisions.map(({ paragraph }) => paragraph)).toEqual([19, 22, 28, 32]);
  });

  it('of a meeting that has not been held is refused', () => {
    given(committeeYearStream)
      .when(registerDecision, register('2023-09-19', 46, '2023-09-18'))
      .thenRejected('decision-in-the-future', { citation: 'SN 2023-09-19, § 46', today: '2023-09-18' });
  });

  it('under a number that the year has already is refused', () => {
    given(committeeYearStream, spring)
      .when(registerDecision, register('2023-09-19', 28))
      .thenRejected('paragraph-taken', {
        citation: 'SN 2023-09-19, § 28',
        registeredAs: 'SN 2023-04-21, § 28',
      });
  });

  it.each([
    ['2023-03-20', 22],
    ['2023-04-22', 22],
  ])('of %s under § %d is refused, since numbers rise with the meeting date', (date, paragraph) => {
    given(committeeYearStream, spring)
      .when(registerDecision, register(date, paragraph))
      .thenRejected('paragraph-out-of-order', {
        citation: `SN ${date}, § ${paragraph}`,
        before: 'SN 2023-03-21, § 19',
        after: 'SN 2023-04-21, § 28',
      });
  });

  it('before the first and after the last has one neighbour', () => {
    given(committeeYearStream, spring)
      .when(registerDecision, register('2023-03-22', 18))
      .thenRejected('paragraph-out-of-order', {
        citation: 'SN 2023-03-22, § 18',
        before: null,
        after: 'SN 2023-03-21, § 19',
      });
    given(committeeYearStream, spring)
      .when(registerDecision, register('2023-05-15', 33))
      .thenRejected('paragraph-out-of-order', {
        citation: 'SN 2023-05-15, § 33',
        before: 'SN 2023-05-16, § 32',
        after: null,
      });
  });
});
