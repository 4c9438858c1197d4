import { QueryBus } from '@nestjs/cqrs';
import { ActionPlanQuery, ActionPlansQuery } from '#libs/action-plan';
import { BudgetQuery } from '#libs/budget';
import { ForecastsQuery, YearEndAccountsQuery } from '#libs/follow-up';
import { yearOf, type AsOf, type PlainDate } from '#libs/kernel';
import type { Replay } from './present/replay.js';

export interface ReplayQuestion {
  readonly municipality: string;
  readonly committee: string;
  readonly asOf: PlainDate;
  readonly knownAt?: string | undefined;
}

/** Asks every context what held on the date. Each answers with its own fold over the facts that held by then. */
export async function readReplay(queries: QueryBus, question: ReplayQuestion): Promise<Replay> {
  const { municipality, committee, asOf, knownAt } = question;
  const at: AsOf = { asOf, knownAt };
  const year = yearOf(asOf);
  const budgets = [year, year + 1, year + 2].map((of) => new BudgetQuery(municipality, committee, of, at));
  const accounts = [year, year - 1].map((of) => new YearEndAccountsQuery(municipality, committee, of, at));
  const known = <Doc>(docs: readonly (Doc | null)[]) => docs.filter((doc) => doc !== null);
  const closed = known(await Promise.all(accounts.map((query) => queries.execute(query))));
  return {
    committee,
    asOf,
    knownAt: knownAt ?? null,
    budgets: known(await Promise.all(budgets.map((query) => queries.execute(query)))),
    forecasts: await queries.execute(new ForecastsQuery(municipality, committee, year, at)),
    accounts: closed.find((view) => view.accounts !== null) ?? null,
    actionPlans: await readPlans(queries, question, at),
  };
}

async function readPlans(queries: QueryBus, { municipality, committee }: ReplayQuestion, at: AsOf) {
  const { items } = await queries.execute(
    new ActionPlansQuery(municipality, committee, { ...at, limit: 1_000 }),
  );
  const plans = await Promise.all(
    items.map(({ id }) => queries.execute(new ActionPlanQuery(municipality, committee, id, at))),
  );
  return plans.filter((plan) => plan !== null);
}
