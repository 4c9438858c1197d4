import type { BudgetView } from '#libs/budget';
import type { AccountGroupKind, Ore, PrintedUnit, StatementTotal } from '#libs/kernel';
import { amount, notesFor } from './amounts.js';
import { roundingNote } from './rounding-note.js';
import type { Row, TextTable } from './table.js';

/** What the table shows of a budget. */
export interface ShownBudget extends Pick<BudgetView, 'year' | 'status' | 'lines' | 'restsOn' | 'rounding'> {
  readonly sums: Pick<BudgetView['sums'], 'inForce'>;
}

/** Budgets and plans in force beside each other, in the printed order: income, costs, their sums, funding, the result. */
export function operatingBudgetTable(budgets: readonly ShownBudget[], unit: PrintedUnit = 'tkr'): TextTable {
  const groups = groupsOf(budgets);
  const ofKind = (kind: AccountGroupKind): readonly Row[] =>
    groups
      .filter((group) => group.kind === kind)
      .map(({ accountGroup, name }) => ({
        cells: [name, ...budgets.map((budget) => amount(lineOre(budget, accountGroup), unit))],
      }));
  const sum = (name: string, total: StatementTotal): Row => ({
    cells: [name, ...budgets.map(({ sums }) => amount(sums.inForce[`${total}Ore`], unit))],
    isSum: true,
  });
  const rows = [
    ...ofKind('income'),
    ...ofKind('cost'),
    sum('Verksamhetens kostnader', 'grossCost'),
    sum('Verksamhetens nettokostnader', 'netCost'),
    ...ofKind('funding'),
    ...ofKind('financial'),
    sum('Årets resultat', 'annualResult'),
  ];
  return {
    title: `Driftbudget (${unit})`,
    columns: [
      { heading: 'Kontogrupp', align: 'left' },
      ...budgets.map((budget) => ({ heading: headingOf(budget), align: 'right' }) as const),
    ],
    rows,
    notes: notesFor(
      rows,
      budgets.flatMap((budget) => notesOf(budget, unit)),
    ),
  };
}

/** Where a group was first budgeted says where it stands, and the latest budget what it is called. */
function groupsOf(budgets: readonly ShownBudget[]): ShownBudget['lines'] {
  const lines = budgets.flatMap((budget) => budget.lines);
  return [...new Map(lines.map((line) => [line.accountGroup, line])).values()];
}

function lineOre({ lines }: ShownBudget, accountGroup: string): Ore | null {
  return lines.find((line) => line.accountGroup === accountGroup)?.inForceOre ?? null;
}

function headingOf({ status, year }: ShownBudget): string {
  return `${status === 'budget' ? 'Budget' : 'Plan'} ${year}`;
}

function notesOf(budget: ShownBudget, unit: PrintedUnit): readonly string[] {
  const { citation, uncitedReason } = budget.restsOn;
  const ground = citation ?? `paragraf saknas: ${uncitedReason ?? ''}`;
  const heading = headingOf(budget);
  return [
    `${heading}: ${ground}`,
    ...budget.rounding.map((difference) => roundingNote(heading, difference, unit)),
  ];
}
