import { QueryBus } from '@nestjs/cqrs';
import { ActionPlanHistoryQuery, ActionPlanQuery } from '#libs/action-plan';
import { BudgetQuery, CompareBudgetsQuery, type BudgetView } from '#libs/budget';
import { ForecastAccuracyQuery, YearEndAccountsQuery } from '#libs/follow-up';
import { parseCitation } from '#libs/kernel';
import type { INestApplicationContext } from '@nestjs/common';
import {
  accountsTable,
  accuracyTable,
  actionPlanTable,
  growthTable,
  operatingBudgetTable,
  planHistoryText,
  renderTable,
  reserveTable,
} from '../present/index.js';
import { demoCommittee } from './demo-requests.js';
import type { Reference } from './reference.js';

/** What the reference documents print, read back from what was recorded. */
export async function showDemo(
  context: INestApplicationContext,
  reference: Reference,
  { afterPosition }: { readonly afterPosition?: string },
): Promise<readonly string[]> {
  const queries = context.get(QueryBus);
  const tenant = reference.municipality.id;
  const options = { afterPosition };
  const budget = async (year: number) =>
    found(await queries.execute(new BudgetQuery(tenant, demoCommittee, year, options)));
  const budgets: BudgetView[] = [];
  for (const year of [2024, 2025, 2026, 2027]) budgets.push(await budget(year));
  const accounts = found(
    await queries.execute(new YearEndAccountsQuery(tenant, demoCommittee, 2023, options)),
  );
  const accuracy = found(
    await queries.execute(new ForecastAccuracyQuery(tenant, demoCommittee, 2023, null, options)),
  );
  const compared = { committee: demoCommittee, years: [2024, 2025], reclassified: true };
  const comparison = found(await queries.execute(new CompareBudgetsQuery(tenant, compared, options)));
  const planId = planIdOf(reference);
  const plan = found(await queries.execute(new ActionPlanQuery(tenant, demoCommittee, planId, options)));
  const history = found(
    await queries.execute(new ActionPlanHistoryQuery(tenant, demoCommittee, planId, {}, options)),
  );
  return [
    renderTable(operatingBudgetTable(budgets)),
    renderTable(accountsTable(accounts)),
    renderTable(accuracyTable(accuracy)),
    renderTable(reserveTable([await budget(2023), ...budgets.slice(0, 2)])),
    renderTable(growthTable(comparison)),
    renderTable(actionPlanTable(plan)),
    planHistoryText(history),
  ];
}

function planIdOf({ actionPlan }: Reference): string {
  const paragraph = parseCitation(actionPlan.citation);
  return `${paragraph?.date}.${paragraph?.paragraph}`;
}

function found<Answer>(answer: Answer | null): Answer {
  if (answer === null) throw new Error('The demo was loaded, but a view does not show it.');
  return answer;
}
