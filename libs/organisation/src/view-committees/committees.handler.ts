import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { askedDate } from '#libs/http';
import { ReadModels, type ListOptions, type ReadOptions } from '#libs/read-model';
import { committeeOn, type CommitteeOn } from './committee-on.js';
import { committees } from './committees.js';

export class CommitteeQuery extends Query<CommitteeOn | null> {
  constructor(
    readonly tenant: string,
    readonly committee: string,
    readonly options: ReadOptions,
  ) {
    super();
  }
}

export class CommitteesQuery extends Query<readonly CommitteeOn[]> {
  constructor(
    readonly tenant: string,
    readonly options: ListOptions,
  ) {
    super();
  }
}

@QueryHandler(CommitteeQuery)
export class CommitteeQueryHandler implements IQueryHandler<CommitteeQuery> {
  constructor(private readonly readModels: ReadModels) {}

  async execute({ tenant, committee, options }: CommitteeQuery) {
    const doc = await this.readModels.get(committees, tenant, committee, options);
    return doc && committeeOn(doc, askedDate(options));
  }
}

@QueryHandler(CommitteesQuery)
export class CommitteesQueryHandler implements IQueryHandler<CommitteesQuery> {
  constructor(private readonly readModels: ReadModels) {}

  async execute({ tenant, options }: CommitteesQuery) {
    const docs = await this.readModels.list(committees, tenant, {}, options);
    return docs.map((doc) => committeeOn(doc, askedDate(options)));
  }
}
