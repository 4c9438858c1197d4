import { roundingToleranceOre, sumOre, unitOre, type FiscalYear, type Precision } from '#libs/kernel';
import type { OutcomeStatement } from '../contract/index.js';
import type { FollowUpWarning, OutcomeDifference } from './rejections.js';
import type { MonthState } from './state.js';

const monthsOfTheYear = 12;

/**
 * Warns where the year's twelve months differ from its accounts by more than rounding explains, and by how much.
 * With a month missing there is nothing to compare: a missing month is not a month of 0.
 */
export function outcomesAgainstAccounts(
  year: FiscalYear,
  outcomes: readonly MonthState[],
  accounts: OutcomeStatement | null,
): readonly FollowUpWarning[] {
  if (!accounts || outcomes.length < monthsOfTheYear) return [];
  const differences = outcomeDifferences(
    outcomes.map(({ statement }) => statement),
    accounts,
  );
  return differences.length > 0
    ? [{ code: 'outcomes-differ-from-accounts', facts: { year, differences } }]
    : [];
}

/** By account group, where the sum of the months stands further from the accounts than rounding explains. */
export function outcomeDifferences(
  months: readonly OutcomeStatement[],
  accounts: OutcomeStatement,
): readonly OutcomeDifference[] {
  const precision = coarsest([accounts, ...months].map((statement) => statement.precision));
  const toleranceOre = roundingToleranceOre(months.length, precision);
  const accountGroups = new Set(
    [accounts, ...months].flatMap(({ lines }) => lines.map((line) => line.accountGroup)),
  );
  return [...accountGroups]
    .map((accountGroup) => {
      const outcomesOre = sumOre(months.map((month) => amountOn(accountGroup, month)));
      const accountsOre = amountOn(accountGroup, accounts);
      const differenceOre = sumOre([accountsOre, -outcomesOre]);
      return { accountGroup, outcomesOre, accountsOre, differenceOre, toleranceOre };
    })
    .filter(({ differenceOre }) => Math.abs(differenceOre) > toleranceOre);
}

/** A statement that was recorded is whole: on a group without a line nothing was booked. */
function amountOn(accountGroup: string, { lines }: OutcomeStatement) {
  return lines.find((line) => line.accountGroup === accountGroup)?.amountOre ?? 0;
}

function coarsest(precisions: readonly Precision[]): Precision {
  return precisions.reduce((a, b) => (unitOre(b) > unitOre(a) ? b : a));
}
