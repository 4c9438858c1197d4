import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { EventStore, type Position } from '#libs/event-store';
import type { ReadOptions } from '#libs/read-model';
import type { LogAnswer } from '../log/log-answer.js';
import { tellFacts } from '../told/tell-facts.js';
import type { ToldFact } from '../told/told-fact.js';
import { isEmpty } from '../told/told-log.js';
import { ToldLogs } from '../told/told-logs.adapter.js';

/** Which part of a replay; all of it unless told. */
export interface ReplayPage {
  readonly after?: Position;
  readonly limit?: number;
}

/**
 * What happened in a committee, event by event in the order of the log, and what each event changed. Null where
 * nothing held or was known. Every page is told from the beginning of the log, so it takes as long as all of them.
 */
export class ReplayCommitteeQuery extends Query<LogAnswer<ToldFact> | null> {
  constructor(
    readonly tenant: string,
    readonly committee: string,
    readonly times: ReadOptions = {},
    readonly page: ReplayPage = {},
  ) {
    super();
  }
}

@QueryHandler(ReplayCommitteeQuery)
export class ReplayCommitteeQueryHandler implements IQueryHandler<ReplayCommitteeQuery> {
  constructor(
    private readonly logs: ToldLogs,
    private readonly store: EventStore,
  ) {}

  async execute({ tenant, committee, times, page: { after, limit } }: ReplayCommitteeQuery) {
    const isLater = this.comesAfter(after);
    const log = await this.logs.ofCommittee(tenant, committee, times);
    if (isEmpty(log)) return null;
    const left = tellFacts(log).filter(({ event }) => isLater(event.position));
    const items = left.slice(0, limit);
    const next = items.at(-1)?.event.position ?? after ?? null;
    return { items, next, atEnd: items.length === left.length };
  }

  /** Throws InvalidPositionError for what is no position. */
  private comesAfter(after: Position | undefined): (position: Position) => boolean {
    if (after === undefined) return () => true;
    this.store.comparePositions(after, after);
    return (position) => this.store.comparePositions(position, after) > 0;
  }
}
