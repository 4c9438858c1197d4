import type {
  AccountGroup,
  AccountGroupKind,
  ControlTotals,
  FiscalYear,
  Ore,
  RoundingDifference,
  StatementLine,
} from '#libs/kernel';

/**
 * A line as it was recorded. It carries the name and the kind that the account group had on that date, so that sums
 * and printed tables never depend on what the group is called later.
 */
export interface RecordedLine extends StatementLine {
  readonly name: string;
  readonly kind: AccountGroupKind;
}

/** A change of a line, in öre and with the line's sign: −100 000 on a cost group budgets 1 tkr more cost. */
export interface RecordedChange {
  readonly accountGroup: string;
  readonly name: string;
  readonly kind: AccountGroupKind;
  readonly changeOre: Ore;
}

/** The operating budget of one year as it was adopted: a budget year or a plan year of a multi-year budget. */
export interface AdoptedStatement {
  readonly year: FiscalYear;
  readonly lines: readonly RecordedLine[];
  /** The printed sums that came along; the printed result is `adoptedResultOre`. */
  readonly controlTotals: ControlTotals;
  readonly adoptedResultOre: Ore;
  /** Printed sums that differ from the computed ones by no more than rounding explains. */
  readonly rounding: readonly RoundingDifference[];
}

/** The account groups of recorded lines, as the kernel's sums want them. */
export function accountGroupsOf(lines: readonly (RecordedLine | RecordedChange)[]): AccountGroup[] {
  return lines.map(({ accountGroup, name, kind }) => ({ id: accountGroup, name, kind }));
}
