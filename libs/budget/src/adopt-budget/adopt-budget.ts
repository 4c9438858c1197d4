import {
  accept,
  firstObjection,
  reject,
  type AccountGroup,
  type Basis,
  type Decision,
  type Precision,
  type Rule,
} from '#libs/kernel';
import type { BudgetAdopted, BudgetEvent, BudgetState } from '../contract/index.js';
import { maxPlanYears } from '../fiscal-year/budget-documents.js';
import { unusualSigns } from '../fiscal-year/line-rules.js';
import type { BudgetRejection } from '../fiscal-year/rejections.js';
import { theBudgetIsNotAdoptedYet } from '../fiscal-year/rules.js';
import { adoptedStatement, statementObjection, type TypedStatement } from './typed-statement.js';

/** Adopts the budget of the stream's year and the plans for the years after it, by one decision. */
export interface AdoptBudget extends TypedStatement {
  readonly precision: Precision;
  readonly planYears: readonly TypedStatement[];
  /** The municipality's account groups on the date from which the budget holds. */
  readonly accountGroups: readonly AccountGroup[];
  readonly basis: Basis;
}

const rules: readonly Rule<AdoptBudget, BudgetState, BudgetRejection>[] = [
  theBudgetIsNotAdoptedYet,
  thePlanYearsFollowOn,
  everyStatementAddsUp,
];

/** Rejects with an {@link BudgetRejection}; warns of unusual signs. */
export function adoptBudget(
  command: AdoptBudget,
  state: BudgetState,
): Decision<BudgetEvent, BudgetRejection> {
  const objection = firstObjection(rules, command, state);
  if (objection) return reject(objection);
  const { precision, accountGroups, basis } = command;
  const adopted = (statement: TypedStatement) => adoptedStatement(statement, precision, accountGroups);
  const planYears = command.planYears.map(adopted);
  const data: BudgetAdopted['data'] = { ...adopted(command), precision, planYears };
  const warnings = [data, ...planYears].flatMap(({ year, lines }) => unusualSigns(year, lines));
  return accept([{ type: 'BudgetAdopted', data, basis }], warnings);
}

/** A multi-year budget plans the years right after the budget year, without a gap. */
function thePlanYearsFollowOn({ year, planYears: plans }: AdoptBudget): BudgetRejection | null {
  const planYears = plans.map((plan) => plan.year);
  const inOrder = planYears.every((planYear, n) => planYear === year + 1 + n);
  if (inOrder && planYears.length <= maxPlanYears) return null;
  return { code: 'plan-years-not-consecutive', facts: { year, planYears, maxPlanYears } };
}

function everyStatementAddsUp(command: AdoptBudget): BudgetRejection | null {
  const { precision, accountGroups, planYears } = command;
  for (const statement of [command, ...planYears]) {
    const objection = statementObjection(statement, precision, accountGroups);
    if (objection) return objection;
  }
  return null;
}
