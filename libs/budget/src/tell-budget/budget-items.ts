import { amountItem, groupItems, sumItems, withinSentence, type Item, type ItemPlace } from '#libs/kernel';
import type { BudgetFigures } from '../contract/index.js';
import type { BudgetDocument } from '../fiscal-year/projected-budget.js';
import { figuresOf } from '../fiscal-year/year-budget.js';
import { grantChangeItems } from './grant-change-items.js';
import { investmentItems } from './investment-items.js';
import { reclassificationItems } from './reclassification-items.js';

/**
 * What holds of a budget year: `budgets/2025/otherCosts`, `budgets/2025/netCost`, `budgets/2025/reserve/otherCosts` and
 * what was said of its grant, its investments and the year before. A plan stands where its budget will stand.
 */
export function budgetItems(doc: BudgetDocument): readonly Item[] {
  const figures = figuresOf(doc);
  return [
    ...(figures ? operatingItems(figures, placeOf(doc)) : []),
    ...grantChangeItems(doc),
    ...investmentItems(doc),
    ...reclassificationItems(doc),
  ];
}

function placeOf({ year, figures }: BudgetDocument): ItemPlace {
  const path = `budgets/${year}`;
  return figures ? { path, label: `budget ${year}` } : { path, label: `plan ${year}`, as: 'plan' };
}

function operatingItems({ lines, sums, reserve }: BudgetFigures, place: ItemPlace): readonly Item[] {
  const inForce = lines.map(({ inForceOre, ...line }) => ({ ...line, amountOre: inForceOre }));
  return [
    ...groupItems(place, inForce, ['grantChange']),
    ...sumItems(place, sums),
    ...(reserve ? [reserveItem(reserve, lines, place)] : []),
  ];
}

function reserveItem(
  { heldIn, remainingOre }: NonNullable<BudgetFigures['reserve']>,
  lines: BudgetFigures['lines'],
  place: ItemPlace,
): Item {
  const name = lines.find((line) => line.accountGroup === heldIn)?.name ?? heldIn;
  const label = `kvar av bufferten i ${withinSentence(name)}`;
  return amountItem(place, `reserve/${heldIn}`, label, remainingOre);
}
