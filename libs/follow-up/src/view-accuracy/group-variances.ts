import type { BudgetFigures, BudgetLine } from '#libs/budget/contract';
import { sumOre, type Ore } from '#libs/kernel';
import type { OutcomeStatement } from '../contract/index.js';
import type { CostGroup } from './composition.js';
import { varianceOre } from './error.js';
import { amountOn } from './group-errors.js';

/** The variances that make up that of net cost: income and costs, group by group. */
export function variancesOfNetCost(budget: BudgetFigures, accounts: OutcomeStatement): readonly Ore[] {
  return groupsOf(budget, accounts)
    .filter(({ kind }) => kind === 'income' || kind === 'cost')
    .map(({ accountGroup, inForceOre }) => varianceOre(amountOn(accountGroup, accounts), inForceOre));
}

/**
 * Costs as positive amounts, the contingency reserve taken out of the groups that hold it: money set aside for what
 * nobody can plan is no plan to spend it on that group.
 */
export function costGroups(budget: BudgetFigures, accounts: OutcomeStatement): readonly CostGroup[] {
  return groupsOf(budget, accounts)
    .filter(({ kind }) => kind === 'cost')
    .map(({ accountGroup, inForceOre }) => ({
      accountGroup,
      budgetOre: sumOre([-inForceOre, -reserveIn(budget, accountGroup)]),
      outcomeOre: sumOre([-amountOn(accountGroup, accounts)]),
    }));
}

type Group = Pick<BudgetLine, 'accountGroup' | 'kind' | 'inForceOre'>;

/** The groups of either; what the budget lacks is nothing budgeted. */
function groupsOf(budget: BudgetFigures, { lines }: OutcomeStatement): readonly Group[] {
  const unbudgeted = lines.filter(
    ({ accountGroup }) => !budget.lines.some((line) => line.accountGroup === accountGroup),
  );
  return [
    ...budget.lines,
    ...unbudgeted.map(({ accountGroup, kind }) => ({ accountGroup, kind, inForceOre: 0 })),
  ];
}

function reserveIn({ reserve }: BudgetFigures, accountGroup: string): Ore {
  const held = reserve?.budgetedIn.filter((place) => place.accountGroup === accountGroup) ?? [];
  return sumOre(held.map((place) => place.amountOre));
}
