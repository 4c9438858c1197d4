import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadModels, type ListOptions } from '#libs/read-model';
import { UncitedFacts } from './uncited-facts.adapter.js';
import type { UncitedStreamDoc } from './uncited-facts.js';

/** The streams that hold, or held, facts without a paragraph; of one committee or of all. */
export class UncitedQuery extends Query<readonly UncitedStreamDoc[]> {
  constructor(
    readonly tenant: string,
    readonly committee: string | undefined,
    readonly options: ListOptions,
  ) {
    super();
  }
}

@QueryHandler(UncitedQuery)
export class UncitedQueryHandler implements IQueryHandler<UncitedQuery> {
  constructor(
    private readonly readModels: ReadModels,
    private readonly uncited: UncitedFacts,
  ) {}

  execute({ tenant, committee, options }: UncitedQuery) {
    return this.readModels.list(this.uncited.projection, tenant, { committee }, options);
  }
}
