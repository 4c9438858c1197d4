import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { pageOf, type Page } from '#libs/http';
import { ReadModels, type ReadOptions } from '#libs/read-model';
import { planDocument, type ActionPlanDocument } from '../plan/plan-document.js';
import { actionPlans, sortKeyOf } from '../plan/projected-plan.js';

/** A plan in a list: all but its measures one by one. */
export type ActionPlanSummary = Omit<ActionPlanDocument, 'measures'>;

export interface ActionPlanPage extends ReadOptions {
  readonly limit: number;
  /** The `next` of the page before. */
  readonly after?: string | undefined;
}

export class ActionPlansQuery extends Query<Page<ActionPlanSummary>> {
  constructor(
    readonly municipality: string,
    readonly committee: string,
    readonly page: ActionPlanPage,
  ) {
    super();
  }
}

@QueryHandler(ActionPlansQuery)
export class ActionPlansQueryHandler implements IQueryHandler<ActionPlansQuery> {
  constructor(private readonly readModels: ReadModels) {}

  async execute({ municipality, committee, page }: ActionPlansQuery) {
    const { limit, after, ...options } = page;
    const listed = await this.readModels.list(
      actionPlans,
      municipality,
      { committee },
      { ...options, limit: limit + 1, ...(after === undefined ? {} : { afterSortKey: after }) },
    );
    const plans = listed.flatMap((plan) => planDocument(plan, plan.state) ?? []);
    const { items, next } = pageOf(plans, limit, ({ id }) => sortKeyOf(id));
    return { items: items.map(summaryOf), next };
  }
}

function summaryOf({ measures: _, ...summary }: ActionPlanDocument): ActionPlanSummary {
  return summary;
}
