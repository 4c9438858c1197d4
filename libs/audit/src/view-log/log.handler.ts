import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { EventStore, type ReadLogOptions } from '#libs/event-store';
import { ErasureMarks } from '../log/erasure-marks.adapter.js';
import type { LogAnswer } from '../log/log-answer.js';

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
  constructor(
    private readonly store: EventStore,
    private readonly marks: ErasureMarks,
  ) {}

  async execute({ tenant, options }: LogQuery) {
    const { events, next, atEnd } = await this.store.readLog(tenant, options);
    return { items: await this.marks.on(tenant, events), next, atEnd };
  }
}
