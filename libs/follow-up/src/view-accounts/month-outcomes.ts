import { endOfMonth, type PlainDate, type StatementSums } from '#libs/kernel';
import type { OutcomeStatement } from '../contract/index.js';
import { available, notAvailable, type Metric } from '../fiscal-year/metric.js';
import { outcomeDifferences } from '../fiscal-year/outcomes-against-accounts.js';
import type { OutcomeDifference } from '../fiscal-year/rejections.js';
import { sumsOf } from '../fiscal-year/statement.js';
import {
  standingAccounts,
  standingOutcome,
  type FollowUpYear,
  type Recording,
} from '../fiscal-year/year-document.js';

export type MonthVersion = OutcomeStatement & Recording & { readonly sums: StatementSums };

/** A month's own outcome; null where none is recorded, which is not an outcome of 0. */
export interface MonthRow {
  readonly month: number;
  readonly lastDay: PlainDate;
  readonly outcome: MonthVersion | null;
  /** What stood before it was corrected, oldest first. */
  readonly former: readonly MonthVersion[];
}

const months = Array.from({ length: 12 }, (_, n) => n + 1);

export function monthRows({ year, outcomes }: FollowUpYear): readonly MonthRow[] {
  return months.map((month) => {
    const recorded = outcomes.find((outcome) => outcome.month === month)?.versions ?? [];
    const versions = recorded.map((version) => ({ ...version, sums: sumsOf(version) }));
    return {
      month,
      lastDay: endOfMonth(year, month),
      outcome: versions.at(-1) ?? null,
      former: versions.slice(0, -1),
    };
  });
}

/** Where the twelve months differ from the accounts by more than rounding explains; none where they agree. */
export function monthsAgainstAccounts(doc: FollowUpYear): Metric<readonly OutcomeDifference[]> {
  const accounts = standingAccounts(doc);
  if (!accounts) return notAvailable('accounts-not-closed');
  const standing = months.map((month) => standingOutcome(doc, month)).filter((outcome) => outcome !== null);
  if (standing.length < months.length) return notAvailable('outcomes-missing');
  return available(outcomeDifferences(standing, accounts));
}
