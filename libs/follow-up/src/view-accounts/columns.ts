import {
  shiftedSums,
  type BudgetFigures,
  type RecordedChange,
  type RecordedLine,
} from '#libs/budget/contract';
import {
  roundingToleranceOre,
  sumOre,
  unitOre,
  type Ore,
  type Precision,
  type StatementSums,
} from '#libs/kernel';
import type { OutcomeStatement } from '../contract/index.js';
import { sumsOf } from '../fiscal-year/statement.js';

/** A column of the table: the lines that it has, and its sums as they are to be shown. */
export interface TableStatement {
  readonly lines: readonly RecordedLine[];
  readonly sums: StatementSums;
  readonly precision: Precision;
}

/** Null where there is nothing to show in the column. */
export interface TableColumns {
  readonly budget: TableStatement | null;
  readonly accounts: TableStatement | null;
  readonly previous: TableStatement | null;
  /** The year before as it would have been with this year's responsibilities; null where nothing was reclassified. */
  readonly reclassified: TableStatement | null;
}

/**
 * A difference of two recorded figures. A document that took the difference before it rounded prints up to
 * `toleranceOre` more or less.
 */
export interface Compared {
  readonly amountOre: Ore;
  readonly toleranceOre: Ore;
}

/**
 * The first minus the second. A statement is whole, so a line that it lacks is nothing budgeted or nothing booked;
 * null where a statement is missing altogether, or neither has the line.
 */
export function compared(
  minuend: TableStatement | null,
  subtrahend: TableStatement | null,
  amountIn: (statement: TableStatement) => Ore | null,
): Compared | null {
  if (!minuend || !subtrahend) return null;
  const [amountOre, otherOre] = [amountIn(minuend), amountIn(subtrahend)];
  if (amountOre === null && otherOre === null) return null;
  return {
    amountOre: sumOre([amountOre ?? 0, -(otherOre ?? 0)]),
    toleranceOre: roundingToleranceOre(2, coarser(minuend.precision, subtrahend.precision)),
  };
}

export function budgetColumn({ lines, sums, precision }: BudgetFigures): TableStatement {
  return {
    lines: lines.map(({ inForceOre, ...line }) => ({ ...line, amountOre: inForceOre })),
    sums,
    precision,
  };
}

export function accountsColumn(statement: OutcomeStatement): TableStatement {
  return { lines: statement.lines, sums: sumsOf(statement), precision: statement.precision };
}

/** The column with changes made to its lines and sums. */
export function reclassifiedColumn(
  column: TableStatement,
  changes: readonly RecordedChange[],
): TableStatement {
  const lines = new Map(column.lines.map((line) => [line.accountGroup, line]));
  for (const { changeOre, ...group } of changes) {
    const line = lines.get(group.accountGroup) ?? { ...group, amountOre: 0 };
    lines.set(group.accountGroup, { ...line, amountOre: sumOre([line.amountOre, changeOre]) });
  }
  return { ...column, lines: [...lines.values()], sums: shiftedSums(column.sums, changes) };
}

function coarser(a: Precision, b: Precision): Precision {
  return unitOre(a) > unitOre(b) ? a : b;
}
