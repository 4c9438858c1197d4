import {
  checkStatement,
  type AccountGroup,
  type CheckedStatement,
  type ControlTotals,
  type FiscalYear,
  type Ore,
  type Precision,
  type StatementLine,
} from '#libs/kernel';
import type { AdoptedStatement, RecordedLine } from '../contract/index.js';
import {
  amountsOf,
  everyAccountGroupIsKnown,
  everyAccountGroupStandsOnce,
  everyAmountFits,
} from '../fiscal-year/line-rules.js';
import type { BudgetRejection } from '../fiscal-year/rejections.js';

/** The operating budget of one year as it was typed in. */
export interface TypedStatement {
  readonly year: FiscalYear;
  readonly lines: readonly StatementLine[];
  /** The printed sums, as far as they were typed. */
  readonly controlTotals: ControlTotals;
  /** Where it is not told, the printed result; where that is not told either, 0: a budget balances. */
  readonly adoptedResultOre?: Ore;
}

/** Why the statement cannot be adopted as it stands, or null. */
export function statementObjection(
  statement: TypedStatement,
  precision: Precision,
  groups: readonly AccountGroup[],
): BudgetRejection | null {
  const { year, lines } = statement;
  return (
    everyAccountGroupIsKnown(year, lines, groups) ??
    everyAccountGroupStandsOnce(year, lines) ??
    theResultIsToldOnce(statement) ??
    everyAmountFits(amountsOf(lines, printedTotals(statement)), precision) ??
    theSumsAgree(year, checked(statement, precision, groups))
  );
}

/** The statement as it is recorded; meant for one that {@link statementObjection} has nothing against. */
export function adoptedStatement(
  statement: TypedStatement,
  precision: Precision,
  groups: readonly AccountGroup[],
): AdoptedStatement {
  const { year, controlTotals } = statement;
  const { rounding } = checked(statement, precision, groups);
  const lines = recordedLines(statement.lines, groups);
  return { year, lines, controlTotals, adoptedResultOre: adoptedResultOf(statement), rounding };
}

function theResultIsToldOnce({
  year,
  controlTotals,
  adoptedResultOre,
}: TypedStatement): BudgetRejection | null {
  const { annualResultOre = adoptedResultOre } = controlTotals;
  if (adoptedResultOre === undefined || annualResultOre === undefined) return null;
  if (adoptedResultOre === annualResultOre) return null;
  return { code: 'adopted-result-contradicted', facts: { year, adoptedResultOre, annualResultOre } };
}

/** Printed sums, the adopted result among them, may differ from the computed ones by rounding only. */
function theSumsAgree(year: FiscalYear, { contradictions }: CheckedStatement): BudgetRejection | null {
  return contradictions.length > 0
    ? { code: 'control-total-contradicted', facts: { year, contradictions } }
    : null;
}

function checked(
  statement: TypedStatement,
  precision: Precision,
  groups: readonly AccountGroup[],
): CheckedStatement {
  return checkStatement(statement.lines, groups, printedTotals(statement), precision);
}

function printedTotals(statement: TypedStatement): ControlTotals {
  return { ...statement.controlTotals, annualResultOre: adoptedResultOf(statement) };
}

function adoptedResultOf({ adoptedResultOre, controlTotals }: TypedStatement): Ore {
  return adoptedResultOre ?? controlTotals.annualResultOre ?? 0;
}

function recordedLines(
  lines: readonly StatementLine[],
  groups: readonly AccountGroup[],
): readonly RecordedLine[] {
  const byId = new Map(groups.map((group) => [group.id, group]));
  return lines.flatMap(({ accountGroup, amountOre }) => {
    const group = byId.get(accountGroup);
    return group ? [{ accountGroup, name: group.name, kind: group.kind, amountOre }] : [];
  });
}
