import { printedRounds } from '../golden/printed-follow-up.js';
import type { TestApi } from './api.js';
import { committeePath, recorded, registerDecisions } from './budget-year.js';

export const followUpPath = `${committeePath}/follow-up`;

/** The committee, and the paragraphs under which it took note of the forecasts of 2023. */
export async function registerNotes(api: TestApi): Promise<void> {
  await registerDecisions(api);
  for (const { date, paragraph } of printedRounds()) {
    await recorded(api, `${committeePath}/decisions`, {
      date,
      paragraph,
      subject: 'Budgetuppföljning, prognos',
    });
  }
}

/** The calendar of 2023 as somebody types it in. */
export function typedCalendar() {
  return { rounds: printedRounds().map(({ round, date, kind }) => ({ round, date, kind })) };
}

/** A forecast of the annual result's variance, in öre. */
export function typedForecast(amountOre: number) {
  return { figureKind: 'variance', precision: 'tkr', figures: [{ accountGroup: 'annualResult', amountOre }] };
}
