import type { ControlTotals, StatementLine } from '#libs/kernel';
import type { CommitteeFigures, ForecastFigures } from '../contract/index.js';
import type { FollowUpRejection } from '../fiscal-year/rejections.js';
import { firstFinerAmount, rulesOfStatements } from '../fiscal-year/statement-rules.js';
import { recordedStatement, type TypedStatement } from '../fiscal-year/statement.js';

/** The figures of a forecast as they were typed in: for the committee as a whole, or by account group. */
export type TypedFigures =
  | CommitteeFigures
  | {
      readonly scope: 'accountGroups';
      readonly lines: readonly StatementLine[];
      readonly controlTotals: ControlTotals;
    };

/** Figures with what it takes to judge them. */
interface FiguresToRecord extends Pick<TypedStatement, 'year' | 'precision' | 'accountGroups'> {
  readonly figures: TypedFigures;
}

/** Why the figures cannot be recorded as they stand, or null. */
export function figuresObjection(command: FiguresToRecord): FollowUpRejection | null {
  const { figures, precision } = command;
  if (figures.scope === 'committee') {
    const { annualResultOre, netCostOre } = figures;
    const amounts = Object.entries({ annualResult: annualResultOre, netCost: netCostOre });
    return firstFinerAmount(
      amounts.flatMap(([of, ore]) => (ore === null ? [] : [[of, ore] as const])),
      precision,
    );
  }
  for (const rule of rulesOfStatements) {
    const objection = rule({ ...command, ...figures });
    if (objection) return objection;
  }
  return null;
}

export function recordedFigures({ figures, ...command }: FiguresToRecord): ForecastFigures {
  if (figures.scope === 'committee') {
    const { annualResultOre, netCostOre } = figures;
    return { scope: 'committee', annualResultOre, netCostOre };
  }
  const { lines, controlTotals, rounding } = recordedStatement({ ...command, ...figures });
  return { scope: 'accountGroups', lines, controlTotals, rounding };
}
