import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { askedDate } from '#libs/http';
import { ReadModels, type ReadOptions } from '#libs/read-model';
import { accountGroups, accountGroupsKey, accountGroupsOn, type AccountGroupsOn } from './account-groups.js';

export class AccountGroupsQuery extends Query<AccountGroupsOn> {
  constructor(
    readonly tenant: string,
    readonly options: ReadOptions,
  ) {
    super();
  }
}

@QueryHandler(AccountGroupsQuery)
export class AccountGroupsQueryHandler implements IQueryHandler<AccountGroupsQuery> {
  constructor(private readonly readModels: ReadModels) {}

  async execute({ tenant, options }: AccountGroupsQuery) {
    const doc = await this.readModels.get(accountGroups, tenant, accountGroupsKey, options);
    return accountGroupsOn(doc ?? accountGroups.initial(accountGroupsKey), askedDate(options));
  }
}
