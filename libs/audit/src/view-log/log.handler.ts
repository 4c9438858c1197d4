import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { EventStore, type ReadLogOptions } from '#libs/event-store';
import { logAnswer, type LogAnswer } from '../log/log-answer.js';

/** A page of a municipality's log, straight from the event store. */
export class LogQuery extends Query<LogAnswer> {
  constructor(
    readonly tenant: string,
    readonly options: ReadLogOptions,
  ) {
    super();
  }
}

@QueryHandler(LogQuery)
export class LogQueryHandler implements IQueryHandler<LogQuery> {
  constructor(private readonly store: EventStore) {}

  async execute({ tenant, options }: LogQuery) {
    return logAnswer(await this.store.readLog(tenant, options));
  }
}
