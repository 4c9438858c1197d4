import {
  accept,
  addDays,
  firstObjection,
  reject,
  startOf,
  type Basis,
  type Decision,
  type FiscalYear,
  type Rule,
} from '#libs/kernel';
import type { CalendarRound, FollowUpEvent } from '../contract/index.js';
import type { FollowUpRejection } from '../fiscal-year/rejections.js';
import { lastDayOf } from '../fiscal-year/rules.js';
import { forecastAt, type FollowUpState } from '../fiscal-year/state.js';

/** Sets the rounds of a fiscal year, all of them; set again, it replaces the former calendar. */
export interface SetCalendar {
  readonly year: FiscalYear;
  /** In any order. */
  readonly rounds: readonly CalendarRound[];
  readonly basis: Basis;
}

/** December's follow-up may meet the committee in January, before the accounts. */
export const daysAfterTheYear = 31;

const rules: readonly Rule<SetCalendar, FollowUpState, FollowUpRejection>[] = [
  theRoundsAreNumberedFromOne,
  theDatesRiseWithTheNumbers,
  everyRoundIsHeldWithinReach,
  roundsWithForecastsStay,
];

/** Rejects with a {@link FollowUpRejection}. */
export function setCalendar(
  command: SetCalendar,
  state: FollowUpState,
): Decision<FollowUpEvent, FollowUpRejection> {
  const objection = firstObjection(rules, command, state);
  if (objection) return reject(objection);
  const rounds = inOrder(command.rounds).map(({ round, date, kind }) => ({ round, date, kind }));
  return accept([{ type: 'FollowUpCalendarSet', data: { rounds }, basis: command.basis }]);
}

function theRoundsAreNumberedFromOne({ rounds }: SetCalendar): FollowUpRejection | null {
  const numbers = inOrder(rounds).map(({ round }) => round);
  if (numbers.every((number, n) => number === n + 1)) return null;
  return { code: 'rounds-not-numbered-from-one', facts: { rounds: numbers } };
}

function theDatesRiseWithTheNumbers({ rounds }: SetCalendar): FollowUpRejection | null {
  let former: CalendarRound | null = null;
  for (const next of inOrder(rounds)) {
    if (former && next.date <= former.date) {
      const facts = { round: next.round, date: next.date, formerDate: former.date };
      return { code: 'round-dates-not-rising', facts };
    }
    former = next;
  }
  return null;
}

function everyRoundIsHeldWithinReach({ year, rounds }: SetCalendar): FollowUpRejection | null {
  const [from, to] = [startOf(year), addDays(lastDayOf(year), daysAfterTheYear)];
  const outside = inOrder(rounds).find(({ date }) => date < from || date > to);
  if (!outside) return null;
  return { code: 'round-outside-the-year', facts: { round: outside.round, date: outside.date, from, to } };
}

/** A forecast was handed in at a certain round: its number and its date are part of what was said. */
function roundsWithForecastsStay({ rounds }: SetCalendar, state: FollowUpState): FollowUpRejection | null {
  for (const { round, date } of state.calendar) {
    const proposed = rounds.find((candidate) => candidate.round === round) ?? null;
    if (forecastAt(state, round) && proposed?.date !== date) {
      return { code: 'round-has-forecast', facts: { round, date, proposed } };
    }
  }
  return null;
}

function inOrder(rounds: readonly CalendarRound[]): readonly CalendarRound[] {
  return rounds.toSorted((a, b) => a.round - b.round);
}
