import type { AccountGroupKind, Ore } from '#libs/kernel';
import type { OutcomeStatement } from '../contract/index.js';
import { available, notAvailable, type Metric } from '../fiscal-year/metric.js';
import { standingAccounts, standingForecast, type FollowUpYear } from '../fiscal-year/year-document.js';
import { forecastError } from './error.js';
import type { EvaluatedRound } from './evaluated-round.js';

/** The forecast of an account group, and its error. */
export interface GroupError {
  readonly accountGroup: string;
  readonly name: string;
  readonly kind: AccountGroupKind;
  readonly forecastOre: Ore;
  readonly error: Metric<Ore>;
}

/** e by account group; none where the round forecast the committee as a whole. */
export function groupErrors({ calendar, budget }: EvaluatedRound, doc: FollowUpYear): readonly GroupError[] {
  const forecast = standingForecast(doc, calendar.round);
  if (forecast?.figures.scope !== 'accountGroups') return [];
  const accounts = standingAccounts(doc);
  const { figureKind } = forecast;
  return forecast.figures.lines.map(({ accountGroup, name, kind, amountOre }) => {
    const budgetLine = budget?.lines.find((line) => line.accountGroup === accountGroup);
    const budgetOre: Metric<Ore> = budget
      ? available(budgetLine?.inForceOre ?? 0)
      : notAvailable('budget-not-adopted');
    const error = accounts
      ? forecastError({ figureKind, amountOre }, amountOn(accountGroup, accounts), budgetOre)
      : notAvailable('accounts-not-closed');
    return { accountGroup, name, kind, forecastOre: amountOre, error };
  });
}

/** Accounts are whole: on a group without a line nothing was booked. */
export function amountOn(accountGroup: string, { lines }: OutcomeStatement): Ore {
  return lines.find((line) => line.accountGroup === accountGroup)?.amountOre ?? 0;
}
