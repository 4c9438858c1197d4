import type { BudgetFigures } from '#libs/budget/contract';
import type { AccountGroupKind, Ore } from '#libs/kernel';
import type { AccountGroupFigures, CommitteeMeasure, Forecast } from '../contract/index.js';
import { andThen, available, notAvailable, type Metric } from './metric.js';
import { sumsOf } from './statement.js';

/** The kinds of account groups that a measure adds up. */
const kindsOf: Readonly<Record<CommitteeMeasure, readonly AccountGroupKind[]>> = {
  netCost: ['income', 'cost'],
  annualResult: ['income', 'cost', 'funding', 'financial'],
};

/**
 * The forecast of the measure, in öre and of the forecast's own kind. A forecast by account group has one where it
 * printed it, or where it has a line for every budgeted group that the measure adds up.
 */
export function forecastAmount(
  forecast: Forecast | null,
  measure: CommitteeMeasure,
  budget: BudgetFigures | null,
): Metric<Ore> {
  if (!forecast) return notAvailable('no-forecast');
  const { figures } = forecast;
  if (figures.scope === 'accountGroups') {
    return andThen(isWhole(figures, measure, budget), () =>
      available(sumsOf({ ...figures, precision: forecast.precision })[`${measure}Ore`]),
    );
  }
  const amountOre = figures[`${measure}Ore`];
  return amountOre === null ? notAvailable('forecast-of-another-measure') : available(amountOre);
}

/** Whether the lines make up the measure. */
function isWhole(
  { lines, controlTotals }: AccountGroupFigures,
  measure: CommitteeMeasure,
  budget: BudgetFigures | null,
): Metric<true> {
  if (controlTotals[`${measure}Ore`] !== undefined) return available(true);
  if (!budget) return notAvailable('budget-not-adopted');
  const forecast = new Set(lines.map((line) => line.accountGroup));
  const left = budget.lines.filter(
    ({ accountGroup, kind, inForceOre }) =>
      kindsOf[measure].includes(kind) && inForceOre !== 0 && !forecast.has(accountGroup),
  );
  return left.length === 0 ? available(true) : notAvailable('forecast-incomplete');
}
