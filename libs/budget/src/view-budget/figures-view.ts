import {
  checkStatement,
  type ControlTotals,
  type FiscalYear,
  type Precision,
  type RoundingDifference,
  type StatementSums,
} from '#libs/kernel';
import { adoptedFigures, type BudgetFigures, type BudgetLine, type RecordedLine } from '../contract/index.js';
import { unusualSigns } from '../fiscal-year/line-rules.js';
import type { Plan } from '../fiscal-year/plans.js';
import type { BudgetWarning } from '../fiscal-year/rejections.js';
import { restsOn, type RestsOn } from '../fiscal-year/rests-on.js';

/** The operating budget as somebody reads it. */
export interface FiguresView {
  readonly precision: Precision;
  readonly lines: readonly BudgetLine[];
  readonly sums: {
    /** As adopted: printed sums where there were any. */
    readonly adopted: StatementSums;
    /** The adopted ones with every later change added. */
    readonly inForce: StatementSums;
    /** What the lines in force add up to. */
    readonly computed: StatementSums;
  };
  /** The printed sums that came along. */
  readonly controlTotals: ControlTotals;
  /** Why printed sums differ from computed ones. */
  readonly rounding: readonly RoundingDifference[];
  readonly warnings: readonly BudgetWarning[];
}

export function figuresView(figures: BudgetFigures, year: FiscalYear): FiguresView {
  const { precision, lines, adoptedSums: adopted, sums: inForce, controlTotals, rounding } = figures;
  const inForceLines = lines.map(({ accountGroup, name, kind, inForceOre: amountOre }) => ({
    accountGroup,
    name,
    kind,
    amountOre,
  }));
  const sums = { adopted, inForce, computed: computedSums(inForceLines) };
  return { precision, lines, sums, controlTotals, rounding, warnings: unusualSigns(year, inForceLines) };
}

function computedSums(lines: readonly RecordedLine[]): StatementSums {
  const groups = lines.map(({ accountGroup: id, name, kind }) => ({ id, name, kind }));
  return checkStatement(lines, groups).sums;
}

/** The year as an earlier year planned it. */
export interface PlanView {
  readonly adoptedWith: FiscalYear;
  readonly restsOn: RestsOn;
  readonly precision: Precision;
  readonly lines: readonly RecordedLine[];
  readonly sums: StatementSums;
  readonly rounding: readonly RoundingDifference[];
}

export function planView({ statement, precision, adoptedWith, basis }: Plan): PlanView {
  const { lines, rounding } = statement;
  const { sums } = adoptedFigures(statement, precision);
  return { adoptedWith, restsOn: restsOn(basis), precision, lines, sums, rounding };
}
