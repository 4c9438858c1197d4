import type { Basis, FiscalYear, PlainDate, Precision } from '#libs/kernel';
import type { AdoptedStatement, BudgetAdopted } from '../contract/index.js';

/** A year as an earlier year's multi-year budget planned it. */
export interface Plan {
  readonly statement: AdoptedStatement;
  readonly precision: Precision;
  /** The budget year whose adoption carried the plan. */
  readonly adoptedWith: FiscalYear;
  readonly basis: Basis;
}

/** What a multi-year budget plans for the year, or null. */
export function planOf({ data, basis }: BudgetAdopted, year: FiscalYear): Plan | null {
  const statement = data.planYears.find((plan) => plan.year === year);
  if (!statement) return null;
  const { year: adoptedWith, precision } = data;
  return { statement, precision, adoptedWith, basis };
}

/** Adds a plan to those of the same year, the one that holds now last: also where an older one is recorded late. */
export function withPlan(plans: readonly Plan[], plan: Plan): readonly Plan[] {
  return [...plans, plan].toSorted(
    (a, b) => compare(a.basis.effectiveOn, b.basis.effectiveOn) || a.adoptedWith - b.adoptedWith,
  );
}

function compare(a: PlainDate, b: PlainDate): number {
  return a < b ? -1 : Number(a > b);
}
