import {
  checkStatement,
  fitsPrecision,
  MAX_AMOUNT_ORE,
  statementTotals,
  type ControlTotals,
  type Ore,
  type Precision,
  type StatementLine,
} from '#libs/kernel';
import type { RecordedLine } from '#libs/budget/contract';
import type { FollowUpRejection, FollowUpWarning } from './rejections.js';
import type { TypedStatement } from './statement.js';

export function everyAccountGroupIsKnown(typed: TypedStatement): FollowUpRejection | null {
  const accountGroups = typed.accountGroups.map((group) => group.id);
  const stranger = typed.lines.find(({ accountGroup }) => !accountGroups.includes(accountGroup));
  if (!stranger) return null;
  const { accountGroup } = stranger;
  return { code: 'account-group-unknown', facts: { year: typed.year, accountGroup, accountGroups } };
}

export function everyAccountGroupStandsOnce({ year, lines }: TypedStatement): FollowUpRejection | null {
  const repeated = lines.find(
    ({ accountGroup }, n) => lines.findIndex((line) => line.accountGroup === accountGroup) < n,
  );
  if (!repeated) return null;
  return { code: 'account-group-repeated', facts: { year, accountGroup: repeated.accountGroup } };
}

/** A figure typed in tkr is a whole number of tkr. */
export function everyAmountFitsThePrecision(typed: TypedStatement): FollowUpRejection | null {
  return firstFinerAmount(
    [...linesBySubject(typed.lines), ...totalsBySubject(typed.controlTotals)],
    typed.precision,
  );
}

export function firstFinerAmount(
  amounts: readonly (readonly [subject: string, amountOre: Ore])[],
  precision: Precision,
): FollowUpRejection | null {
  const finer = amounts.find(([, amountOre]) => !fitsPrecision(amountOre, precision));
  if (!finer) return null;
  const [subject, amountOre] = finer;
  return { code: 'amount-finer-than-precision', facts: { subject, amountOre, precision } };
}

/** Sums within the limit of a single amount keep every later calculation exact. */
export function theSumsAreWithinTheLimit({ lines, accountGroups }: TypedStatement): FollowUpRejection | null {
  const { sums } = checkStatement(lines, accountGroups);
  for (const total of statementTotals) {
    const sumOre = sums[`${total}Ore`];
    if (Math.abs(sumOre) > MAX_AMOUNT_ORE) {
      return { code: 'sum-out-of-range', facts: { total, sumOre, maxAmountOre: MAX_AMOUNT_ORE } };
    }
  }
  return null;
}

/** Printed sums may differ from the computed ones by rounding only. */
export function thePrintedSumsAgree(typed: TypedStatement): FollowUpRejection | null {
  const { lines, accountGroups, controlTotals, precision, year } = typed;
  const { contradictions } = checkStatement(lines, accountGroups, controlTotals, precision);
  if (contradictions.length === 0) return null;
  return { code: 'control-total-contradicted', facts: { year, contradictions } };
}

export const rulesOfStatements = [
  everyAccountGroupIsKnown,
  everyAccountGroupStandsOnce,
  everyAmountFitsThePrecision,
  theSumsAreWithinTheLimit,
  thePrintedSumsAgree,
];

/** Costs are negative in the tables, income and the grant positive; a financial net may be either. */
export function unusualSigns(year: number, lines: readonly RecordedLine[]): readonly FollowUpWarning[] {
  return lines.filter(hasUnusualSign).map(({ accountGroup: subject, amountOre }) => ({
    code: 'unusual-sign',
    facts: { year, subject, amountOre },
  }));
}

function hasUnusualSign({ kind, amountOre }: RecordedLine): boolean {
  if (kind === 'financial') return false;
  return kind === 'cost' ? amountOre > 0 : amountOre < 0;
}

function linesBySubject(lines: readonly StatementLine[]) {
  return lines.map(({ accountGroup, amountOre }) => [accountGroup, amountOre] as const);
}

function totalsBySubject({ grossCostOre, netCostOre, annualResultOre }: ControlTotals) {
  const totals = { grossCost: grossCostOre, netCost: netCostOre, annualResult: annualResultOre };
  return Object.entries(totals).flatMap(([total, amountOre]) =>
    amountOre === undefined ? [] : [[total, amountOre] as const],
  );
}
