import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { askedDate } from '#libs/http';
import type { DocSelection } from '#libs/kernel';
import { ReadModels, type ListOptions, type ReadOptions } from '#libs/read-model';
import { decisionOn, type DecisionOn } from './decision-on.js';
import { decisions } from './decisions.js';

export class DecisionQuery extends Query<DecisionOn | null> {
  constructor(
    readonly tenant: string,
    readonly citation: string,
    readonly options: ReadOptions,
  ) {
    super();
  }
}

export class DecisionsQuery extends Query<readonly DecisionOn[]> {
  constructor(
    readonly tenant: string,
    readonly selection: DocSelection,
    readonly options: ListOptions,
  ) {
    super();
  }
}

@QueryHandler(DecisionQuery)
export class DecisionQueryHandler implements IQueryHandler<DecisionQuery> {
  constructor(private readonly readModels: ReadModels) {}

  async execute({ tenant, citation, options }: DecisionQuery) {
    const doc = await this.readModels.get(decisions, tenant, citation, options);
    return doc && decisionOn(doc, askedDate(options));
  }
}

@QueryHandler(DecisionsQuery)
export class DecisionsQueryHandler implements IQueryHandler<DecisionsQuery> {
  constructor(private readonly readModels: ReadModels) {}

  async execute({ tenant, selection, options }: DecisionsQuery) {
    const docs = await this.readModels.list(decisions, tenant, selection, options);
    return docs.map((doc) => decisionOn(doc, askedDate(options)));
  }
}
