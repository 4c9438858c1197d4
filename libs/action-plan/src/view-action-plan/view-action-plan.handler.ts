import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadModels, type ReadOptions } from '#libs/read-model';
import { actionPlanStreamName } from '../contract/index.js';
import { planDocument, type ActionPlanDocument } from '../plan/plan-document.js';
import { actionPlans } from '../plan/projected-plan.js';

export class ActionPlanQuery extends Query<ActionPlanDocument | null> {
  constructor(
    readonly municipality: string,
    readonly committee: string,
    readonly planId: string,
    readonly options: ReadOptions,
  ) {
    super();
  }
}

@QueryHandler(ActionPlanQuery)
export class ActionPlanQueryHandler implements IQueryHandler<ActionPlanQuery> {
  constructor(private readonly readModels: ReadModels) {}

  async execute({ municipality, committee, planId, options }: ActionPlanQuery) {
    const key = actionPlanStreamName(committee, planId);
    const plan = await this.readModels.get(actionPlans, municipality, key, options);
    return plan && planDocument(plan, plan.state);
  }
}
