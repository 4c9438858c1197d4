import type { FiscalYear, RoundingDifference } from '#libs/kernel';
import { finalBudget, reclassifications } from '../fiscal-year/budget-in-force.js';
import type { Metric } from '../fiscal-year/metric.js';
import type { OutcomeDifference } from '../fiscal-year/rejections.js';
import { standingAccounts, type AccountsVersion, type FollowUpYear } from '../fiscal-year/year-document.js';
import { accountsColumn, budgetColumn, reclassifiedColumn, type TableColumns } from './columns.js';
import { investmentTable, type InvestmentRow } from './investment-table.js';
import { monthRows, monthsAgainstAccounts, type MonthRow } from './month-outcomes.js';
import { statementTable, type StatementRow } from './statement-table.js';

/** The accounts of a year against its budget and the year before. */
export interface YearEndAccountsView {
  readonly committee: string;
  readonly year: FiscalYear;
  readonly revision: number;
  /** The accounts that stand: their dates, paragraph and figures; null until the year is closed. */
  readonly accounts: AccountsVersion | null;
  /** What stood before they were corrected, oldest first. */
  readonly former: readonly AccountsVersion[];
  readonly rows: readonly StatementRow[];
  /** Printed sums of the budget that differ from the computed ones as rounding explains; the accounts carry their own. */
  readonly budgetRounding: readonly RoundingDifference[];
  readonly months: readonly MonthRow[];
  readonly monthsAgainstAccounts: Metric<readonly OutcomeDifference[]>;
  readonly investments: readonly InvestmentRow[];
}

/** `previous` is the year before; null where nothing is known of it. */
export function yearEndAccounts(doc: FollowUpYear, previous: FollowUpYear | null): YearEndAccountsView {
  const { committee, year, revision } = doc;
  return {
    committee,
    year,
    revision,
    accounts: standingAccounts(doc),
    former: doc.accounts.slice(0, -1),
    rows: statementTable(columnsOf(doc, previous)),
    budgetRounding: finalBudget(doc)?.rounding ?? [],
    months: monthRows(doc),
    monthsAgainstAccounts: monthsAgainstAccounts(doc),
    investments: investmentTable(doc, previous),
  };
}

function columnsOf(doc: FollowUpYear, previousDoc: FollowUpYear | null): TableColumns {
  const budget = finalBudget(doc);
  const accounts = standingAccounts(doc);
  const previousAccounts = previousDoc && standingAccounts(previousDoc);
  const previous = previousAccounts && accountsColumn(previousAccounts);
  const changes = reclassifications(doc);
  return {
    budget: budget && budgetColumn(budget),
    accounts: accounts && accountsColumn(accounts),
    previous,
    reclassified: previous && changes.length > 0 ? reclassifiedColumn(previous, changes) : null,
  };
}
