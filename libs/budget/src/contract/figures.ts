import {
  checkStatement,
  unknownEvent,
  type ControlTotals,
  type PlainDate,
  type Precision,
  type RoundingDifference,
  type StatementSums,
} from '#libs/kernel';
import { accountGroupsOf, type AdoptedStatement, type RecordedChange } from './adopted-statement.js';
import type { BudgetEvent } from './events.js';
import {
  adoptedLine,
  amend,
  changedLines,
  reallocate,
  type BudgetLine,
  type Change,
} from './budget-lines.js';
import type { ContingencyReserveMoved } from './reserve-events.js';
import { evolveReserve, type ReserveFigures } from './reserve-figures.js';
import { shiftedSums } from './shifted-sums.js';

/** The budget of one year, folded from its stream. */
export interface BudgetFigures {
  readonly precision: Precision;
  readonly lines: readonly BudgetLine[];
  /** As adopted: the printed sums where they were given, otherwise the computed ones. */
  readonly adoptedSums: StatementSums;
  /** In force: the adopted sums with every later change added. */
  readonly sums: StatementSums;
  /** The printed sums that came along when the budget was adopted. */
  readonly controlTotals: ControlTotals;
  readonly rounding: readonly RoundingDifference[];
  readonly reserve: ReserveFigures | null;
}

/**
 * The budget that the facts of one stream add up to; null where none is adopted. With `on`, the budget in force on
 * that date: the same fold over the facts that held by then.
 */
export function budgetFigures(facts: Iterable<BudgetEvent>, on?: PlainDate): BudgetFigures | null {
  let figures: BudgetFigures | null = null;
  for (const fact of facts) {
    if (on === undefined || fact.basis.effectiveOn <= on) figures = evolveFigures(figures, fact);
  }
  return figures;
}

/** Takes in the stream's next fact. Before the adoption nothing changes a budget. */
export function evolveFigures(figures: BudgetFigures | null, event: BudgetEvent): BudgetFigures | null {
  if (event.type === 'BudgetAdopted') return adoptedFigures(event.data, event.data.precision);
  if (!figures) return null;
  switch (event.type) {
    case 'BudgetAmended':
      return withChanges(figures, event.data.changes, amend);
    case 'BudgetReallocated':
      return withChanges(figures, event.data.changes, reallocate);
    case 'ContingencyReserveMoved':
      return moved(figures, event);
    case 'ContingencyReserveSet':
    case 'ContingencyReserveDrawn':
      return { ...figures, reserve: evolveReserve(figures.reserve, event) };
    case 'BudgetReclassified':
    case 'GrantChangeExplained':
    case 'InvestmentBudgetAdopted':
    case 'FactCited':
      return figures;
    default:
      return unknownEvent(event);
  }
}

/** A budget or a plan as it was adopted, before anything changed it. */
export function adoptedFigures(statement: AdoptedStatement, precision: Precision): BudgetFigures {
  const { lines, controlTotals, adoptedResultOre, rounding } = statement;
  const printed = { ...controlTotals, annualResultOre: adoptedResultOre };
  const { sums } = checkStatement(lines, accountGroupsOf(lines), printed, precision);
  return {
    precision,
    lines: lines.map(adoptedLine),
    adoptedSums: sums,
    sums,
    controlTotals,
    rounding,
    reserve: null,
  };
}

function moved(figures: BudgetFigures, event: ContingencyReserveMoved): BudgetFigures {
  const reserve = evolveReserve(figures.reserve, event);
  return { ...withChanges(figures, event.data.changes, reallocate), reserve };
}

function withChanges(
  figures: BudgetFigures,
  changes: readonly RecordedChange[],
  change: Change,
): BudgetFigures {
  return {
    ...figures,
    lines: changedLines(figures.lines, changes, change),
    sums: shiftedSums(figures.sums, changes),
  };
}
