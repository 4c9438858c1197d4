import type { FiscalYear, PlainDate } from '#libs/kernel';
import { adoptedFigures, budgetFigures, type BudgetEvent, type GrantFigure } from '../contract/index.js';
import { planOf, withPlan, type Plan } from '../fiscal-year/plans.js';

/** What is known of a year's municipal grant. */
export interface KnownGrant {
  readonly year: FiscalYear;
  /** As of the date that was asked for; null where neither a budget nor a plan held by then. */
  readonly figure: GrantFigure | null;
  /** The first date on which there was a figure; null where there is none at all. */
  readonly firstOn: PlainDate | null;
}

/** The facts of a committee's budget streams by their year. */
export type FactsByYear = ReadonlyMap<FiscalYear, readonly BudgetEvent[]>;

/** The grant of the year on the date: that of the budget in force, otherwise that of the plan that then held. */
export function knownGrant(year: FiscalYear, facts: FactsByYear, on: PlainDate): KnownGrant {
  const own = facts.get(year) ?? [];
  const plans = plansFor(year, facts);
  const adoptedOn = own.filter((fact) => fact.type === 'BudgetAdopted').map((fact) => fact.basis.effectiveOn);
  const [firstOn = null] = [...adoptedOn, ...plans.map((plan) => plan.basis.effectiveOn)].toSorted();
  return { year, figure: budgetedGrant(year, own, on) ?? plannedGrant(year, plans, on), firstOn };
}

function plansFor(year: FiscalYear, facts: FactsByYear): readonly Plan[] {
  return [...facts.values()]
    .flat()
    .filter((fact) => fact.type === 'BudgetAdopted')
    .map((adoption) => planOf(adoption, year))
    .filter((plan) => plan !== null)
    .reduce<readonly Plan[]>(withPlan, []);
}

function budgetedGrant(year: FiscalYear, own: readonly BudgetEvent[], on: PlainDate): GrantFigure | null {
  const figures = budgetFigures(own, on);
  return figures && { year, amountOre: figures.sums.municipalGrantOre, source: 'budget', adoptedWith: year };
}

function plannedGrant(year: FiscalYear, plans: readonly Plan[], on: PlainDate): GrantFigure | null {
  const plan = plans.findLast((candidate) => candidate.basis.effectiveOn <= on);
  if (!plan) return null;
  const { sums } = adoptedFigures(plan.statement, plan.precision);
  return { year, amountOre: sums.municipalGrantOre, source: 'plan', adoptedWith: plan.adoptedWith };
}
