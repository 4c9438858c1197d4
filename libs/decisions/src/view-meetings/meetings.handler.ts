import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadModels, type ReadOptions } from '#libs/read-model';
import { decisionsStreamName } from '../contract/index.js';
import { meetings, type MeetingsDoc } from './meetings.js';

export class MeetingsQuery extends Query<MeetingsDoc> {
  constructor(
    readonly tenant: string,
    readonly committee: string,
    readonly year: number,
    readonly options: ReadOptions,
  ) {
    super();
  }
}

@QueryHandler(MeetingsQuery)
export class MeetingsQueryHandler implements IQueryHandler<MeetingsQuery> {
  constructor(private readonly readModels: ReadModels) {}

  /** A year of which nothing is recorded has no meetings, which is an answer too. */
  async execute({ tenant, committee, year, options }: MeetingsQuery) {
    const key = decisionsStreamName(committee, year);
    return (await this.readModels.get(meetings, tenant, key, options)) ?? meetings.initial(key);
  }
}
