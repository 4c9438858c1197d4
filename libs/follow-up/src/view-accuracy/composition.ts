import { divideRounded, isAmountOre, printPercent, sumOre, type Ore } from '#libs/kernel';
import { available, notAvailable, type Metric } from '../fiscal-year/metric.js';
import { sumOfSizes } from './share.js';

/** A cost group's budget without the contingency reserve, and its outcome. Costs are positive here. */
export interface CostGroup {
  readonly accountGroup: string;
  readonly budgetOre: Ore;
  readonly outcomeOre: Ore;
}

export interface CompositionGroup extends CostGroup {
  /** The budget scaled so that the groups' sum is the outcome's, rounded to an öre. */
  readonly adjustedBudgetOre: Ore;
  /** outcome − adjusted budget */
  readonly deviationOre: Ore;
}

/** How far the mix of spending came from the plan, whatever the total came to. */
export interface Composition {
  readonly groups: readonly CompositionGroup[];
  /** Σ|deviation| */
  readonly deviationOre: Ore;
  /** Σ outcome */
  readonly outcomeOre: Ore;
  /** Σ|deviation| / Σ outcome as per cent. */
  readonly printed: string;
}

/**
 * Composition variance by economic type after PEFA PI-2.2 (2016), contingency excluded:
 * Σ|outcome − budget·(Σ outcome / Σ budget)| / Σ outcome. PEFA takes the budget as first approved; here it is the
 * one in force, since reallocations are decisions and not drift. Null of costs or of budget leaves nothing to mix.
 */
export function compositionVariance(costs: readonly CostGroup[]): Metric<Composition> {
  const budgetOre = sumOre(costs.map((group) => group.budgetOre));
  const outcomeOre = sumOre(costs.map((group) => group.outcomeOre));
  if (budgetOre <= 0 || outcomeOre <= 0) return notAvailable('whole-is-zero');
  const groups = costs.map((group) => {
    const adjustedBudgetOre = divideRounded(BigInt(group.budgetOre) * BigInt(outcomeOre), BigInt(budgetOre));
    return { ...group, adjustedBudgetOre, deviationOre: group.outcomeOre - adjustedBudgetOre };
  });
  if (groups.some((group) => !isAmountOre(group.adjustedBudgetOre))) return notAvailable('out-of-range');
  const deviationOre = sumOfSizes(groups.map((group) => group.deviationOre));
  const printed = printPercent(deviationOre, outcomeOre) ?? '';
  return available({ groups, deviationOre, outcomeOre, printed });
}
