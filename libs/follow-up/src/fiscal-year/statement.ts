import {
  checkStatement,
  type AccountGroup,
  type ControlTotals,
  type FiscalYear,
  type Precision,
  type StatementLine,
  type StatementSums,
} from '#libs/kernel';
import { accountGroupsOf, type RecordedLine } from '#libs/budget/contract';
import type { OutcomeStatement } from '../contract/index.js';

/** A statement as it was typed in. */
export interface TypedStatement {
  readonly year: FiscalYear;
  readonly lines: readonly StatementLine[];
  /** The printed sums, as far as they were typed. */
  readonly controlTotals: ControlTotals;
  readonly precision: Precision;
  /** The municipality's account groups on the date from which the statement holds. */
  readonly accountGroups: readonly AccountGroup[];
}

/** As it is recorded; meant for a statement that the rules have nothing against. */
export function recordedStatement(typed: TypedStatement): OutcomeStatement {
  const { lines, accountGroups, controlTotals, precision } = typed;
  const { rounding } = checkStatement(lines, accountGroups, controlTotals, precision);
  return { lines: recordedLines(lines, accountGroups), precision, controlTotals, rounding };
}

/** The sums of a recorded statement: the printed one where there is one, otherwise the computed one. */
export function sumsOf({
  lines,
  controlTotals,
  precision,
}: Omit<OutcomeStatement, 'rounding'>): StatementSums {
  return checkStatement(lines, accountGroupsOf(lines), controlTotals, precision).sums;
}

/** Each line with the name and the kind that its account group has now, in the order of the account groups. */
function recordedLines(
  lines: readonly StatementLine[],
  groups: readonly AccountGroup[],
): readonly RecordedLine[] {
  return groups.flatMap(({ id, name, kind }) => {
    const line = lines.find(({ accountGroup }) => accountGroup === id);
    return line ? [{ accountGroup: id, name, kind, amountOre: line.amountOre }] : [];
  });
}
