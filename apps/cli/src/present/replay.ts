import type { ActionPlanDocument } from '#libs/action-plan';
import type { BudgetView } from '#libs/budget';
import type { ForecastMatrix, YearEndAccountsView } from '#libs/follow-up';
import type { PlainDate, PrintedUnit } from '#libs/kernel';
import { accountsTable } from './accounts.js';
import { actionPlanTable } from './action-plan.js';
import { forecastsTable } from './forecasts.js';
import { operatingBudgetTable } from './operating-budget.js';
import { renderTable, type TextTable } from './table.js';

/** What held for a committee on a date. */
export interface Replay {
  readonly committee: string;
  readonly asOf: PlainDate;
  /** Null: all that is recorded by now. */
  readonly knownAt: string | null;
  /** Of the year of the date and the two years after it, as far as they were known. */
  readonly budgets: readonly BudgetView[];
  /** Of the year of the date. */
  readonly forecasts: ForecastMatrix | null;
  /** Of the year of the date where they were closed by then, otherwise of the year before. */
  readonly accounts: YearEndAccountsView | null;
  readonly actionPlans: readonly ActionPlanDocument[];
}

/** The tables of everything that was known, one after the other. */
export function replayText(replay: Replay, unit: PrintedUnit = 'tkr'): string {
  const { committee, asOf, knownAt, budgets, forecasts, accounts, actionPlans } = replay;
  const known = knownAt === null ? '' : `, så långt det var registrerat ${knownAt}`;
  const tables: readonly TextTable[] = [
    ...(budgets.length > 0 ? [operatingBudgetTable(budgets, unit)] : []),
    ...(forecasts ? [forecastsTable(forecasts, unit)] : []),
    ...(accounts ? [accountsTable(accounts, unit)] : []),
    ...actionPlans.map(actionPlanTable),
  ];
  const told = tables.length > 0 ? tables.map(renderTable) : ['Inget gällde eller var känt då.\n'];
  return [`${committee} den ${asOf}${known}\n`, ...told].join('\n');
}
