import type { BudgetView } from '#libs/budget';
import { printPercent, type PrintedUnit } from '#libs/kernel';
import { amount, missing, notesFor } from './amounts.js';
import { nameOf, tellReserve } from './reserve-story.js';
import type { Row, TextTable } from './table.js';

/** What the table shows of a budget. */
export interface ShownReserve extends Pick<BudgetView, 'year' | 'lines'> {
  readonly reserve: Omit<NonNullable<BudgetView['reserve']>, 'budgetedIn'> | null;
}

/** The contingency reserve year by year: how large, where it is held, what is left of it, and how it came there. */
export function reserveTable(budgets: readonly ShownReserve[], unit: PrintedUnit = 'tkr'): TextTable {
  const rows = budgets.map((budget): Row => ({ cells: [String(budget.year), ...cellsOf(budget, unit)] }));
  return {
    title: `Förvaltningscentral buffert (${unit})`,
    columns: [
      { heading: 'År', align: 'left' },
      { heading: 'Buffert', align: 'right' },
      { heading: 'Av kommunbidraget', align: 'right' },
      { heading: 'Använt', align: 'right' },
      { heading: 'Kvar', align: 'right' },
      { heading: 'Ligger i', align: 'left' },
    ],
    rows,
    notes: notesFor(
      rows,
      budgets.flatMap((budget) => tellReserve(budget, unit)),
    ),
  };
}

function cellsOf({ reserve, lines }: ShownReserve, unit: PrintedUnit): readonly string[] {
  if (!reserve) return [missing, missing, missing, missing, missing];
  const { amountOre, drawnOre, remainingOre, share, heldIn } = reserve;
  return [
    amount(amountOre, unit),
    (share && printPercent(share.basisPoints, 10_000)) ?? missing,
    amount(drawnOre, unit),
    amount(remainingOre, unit),
    nameOf(heldIn, lines),
  ];
}
