import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ErasureRegister } from '#libs/event-store';
import { qualifies, type PlainDate } from '#libs/kernel';
import { ReadModels, type ReadOptions } from '#libs/read-model';
import { actionPlanStreamId, actionPlanStreamName } from '../contract/index.js';
import { planDocument } from '../plan/plan-document.js';
import { actionPlans } from '../plan/projected-plan.js';
import {
  actionPlanHistories,
  historyOf,
  type ActionPlanHistory,
  type Between,
} from './action-plan-history.js';
import { comparePlans, type PlanComparison } from './compare-plans.js';

/** A plan's history, and where dates were given the plan on each of them held against the other. */
export interface ActionPlanHistoryAnswer extends ActionPlanHistory {
  readonly comparison: PlanComparison | null;
}

export class ActionPlanHistoryQuery extends Query<ActionPlanHistoryAnswer | null> {
  constructor(
    readonly municipality: string,
    readonly committee: string,
    readonly planId: string,
    readonly between: Between,
    readonly options: ReadOptions,
  ) {
    super();
  }
}

@QueryHandler(ActionPlanHistoryQuery)
export class ActionPlanHistoryQueryHandler implements IQueryHandler<ActionPlanHistoryQuery> {
  constructor(
    private readonly readModels: ReadModels,
    private readonly erasures: ErasureRegister,
  ) {}

  async execute(query: ActionPlanHistoryQuery): Promise<ActionPlanHistoryAnswer | null> {
    const { municipality, options, between } = query;
    const asOf = earliest(between.to, options.asOf);
    const projected = await this.readModels.get(actionPlanHistories, municipality, keyOf(query), {
      ...options,
      asOf,
    });
    const erased = await this.erasures.erasedIn(streamOf(query));
    const held = erased.filter(({ event }) => qualifies(event, { ...options, asOf }));
    const history = projected && historyOf(projected, between, held);
    if (!history) return null;
    return { ...history, comparison: await this.comparison(query, asOf) };
  }

  private async comparison(
    query: ActionPlanHistoryQuery,
    to: PlainDate | undefined,
  ): Promise<PlanComparison | null> {
    const { from } = query.between;
    if (from === undefined && query.between.to === undefined) return null;
    const [before, after] = await Promise.all([
      from === undefined ? null : this.planOn(query, from),
      this.planOn(query, to),
    ]);
    return after && comparePlans({ from: from ?? null, to: to ?? null }, before, after);
  }

  private async planOn(query: ActionPlanHistoryQuery, asOf: PlainDate | undefined) {
    const { municipality, options } = query;
    const plan = await this.readModels.get(actionPlans, municipality, keyOf(query), { ...options, asOf });
    return plan && planDocument(plan, plan.state);
  }
}

function streamOf({ municipality, committee, planId }: ActionPlanHistoryQuery) {
  return actionPlanStreamId(municipality, committee, planId);
}

function keyOf({ committee, planId }: ActionPlanHistoryQuery): string {
  return actionPlanStreamName(committee, planId);
}

function earliest(one: PlainDate | undefined, other: PlainDate | undefined): PlainDate | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return one < other ? one : other;
}
