import {
  fitsPrecision,
  type AccountGroup,
  type ControlTotals,
  type FiscalYear,
  type Ore,
  type Precision,
  type StatementLine,
} from '#libs/kernel';
import type { RecordedLine } from '../contract/index.js';
import type { BudgetRejection, BudgetWarning } from './rejections.js';

/** Something that names account groups of a year, each once. */
export function everyAccountGroupStandsOnce(
  year: FiscalYear,
  named: readonly { accountGroup: string }[],
): BudgetRejection | null {
  const seen = new Set<string>();
  for (const { accountGroup } of named) {
    if (seen.has(accountGroup)) return { code: 'account-group-repeated', facts: { year, accountGroup } };
    seen.add(accountGroup);
  }
  return null;
}

export function everyAccountGroupIsKnown(
  year: FiscalYear,
  named: readonly { accountGroup: string }[],
  known: readonly AccountGroup[],
): BudgetRejection | null {
  const accountGroups = known.map((group) => group.id);
  const stranger = named.find(({ accountGroup }) => !accountGroups.includes(accountGroup));
  if (!stranger) return null;
  return {
    code: 'account-group-unknown',
    facts: { year, accountGroup: stranger.accountGroup, accountGroups },
  };
}

/** A figure typed in tkr is a whole number of tkr. */
export function everyAmountFits(
  amounts: readonly (readonly [subject: string, amountOre: Ore])[],
  precision: Precision,
): BudgetRejection | null {
  const finer = amounts.find(([, amountOre]) => !fitsPrecision(amountOre, precision));
  if (!finer) return null;
  const [subject, amountOre] = finer;
  return { code: 'amount-finer-than-precision', facts: { subject, amountOre, precision } };
}

/** The figures of a statement by what they are of: lines by their account group, printed sums by their name. */
export function amountsOf(
  lines: readonly StatementLine[],
  { grossCostOre, netCostOre, annualResultOre }: ControlTotals,
): readonly (readonly [string, Ore])[] {
  const totals = Object.entries({
    grossCost: grossCostOre,
    netCost: netCostOre,
    annualResult: annualResultOre,
  });
  return [
    ...lines.map((line) => [line.accountGroup, line.amountOre] as const),
    ...totals.flatMap(([total, amountOre]) => (amountOre === undefined ? [] : [[total, amountOre] as const])),
  ];
}

/** Costs are negative in the tables, income and the grant positive; a financial net may be either. */
export function unusualSigns(year: FiscalYear, lines: readonly RecordedLine[]): readonly BudgetWarning[] {
  return lines.filter(hasUnusualSign).map(({ accountGroup: subject, amountOre }) => ({
    code: 'unusual-sign',
    facts: { year, subject, amountOre },
  }));
}

function hasUnusualSign({ kind, amountOre }: RecordedLine): boolean {
  if (kind === 'financial') return false;
  return kind === 'cost' ? amountOre > 0 : amountOre < 0;
}
