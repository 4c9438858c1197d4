import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Instant, PlainDate } from '#libs/kernel';
import { isEmpty } from '../told/told-log.js';
import { ToldLogs } from '../told/told-logs.adapter.js';
import { compareDates, type DatesCompared } from './compare-dates.js';

/** The dates, the first no later than the second; and by when what is compared was known. */
export interface ComparedDates {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly knownAt?: Instant;
  readonly afterPosition?: string;
}

export interface DatesComparedAnswer extends DatesCompared {
  readonly committee: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** Null: all that is recorded by now. */
  readonly knownAt: Instant | null;
}

/** What differs for a committee between two dates. Null where nothing held or was known by the second. */
export class CompareDatesQuery extends Query<DatesComparedAnswer | null> {
  constructor(
    readonly tenant: string,
    readonly committee: string,
    readonly dates: ComparedDates,
  ) {
    super();
  }
}

@QueryHandler(CompareDatesQuery)
export class CompareDatesQueryHandler implements IQueryHandler<CompareDatesQuery> {
  constructor(private readonly logs: ToldLogs) {}

  async execute({ tenant, committee, dates: { from, to, knownAt, afterPosition } }: CompareDatesQuery) {
    const log = await this.logs.ofCommittee(tenant, committee, { asOf: to, knownAt, afterPosition });
    if (isEmpty(log)) return null;
    return { committee, from, to, knownAt: knownAt ?? null, ...compareDates(log, from, to) };
  }
}
