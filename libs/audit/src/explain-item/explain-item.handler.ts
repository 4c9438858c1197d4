import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { RejectionException } from '#libs/http';
import type { AsOf, Instant, PlainDate } from '#libs/kernel';
import type { ReadOptions } from '#libs/read-model';
import { isEmpty } from '../told/told-log.js';
import { ToldLogs } from '../told/told-logs.adapter.js';
import { explainItem, type ItemExplained } from './explain-item.js';

export interface ItemExplainedAnswer extends ItemExplained {
  readonly committee: string;
  /** Null: whatever holds, later decisions too. */
  readonly asOf: PlainDate | null;
  /** Null: all that is recorded by now. */
  readonly knownAt: Instant | null;
}

/**
 * What an item of a committee says and how it came to be so; of the beginning of a path, what stands below it. Null
 * where nothing of the committee held or was known. Throws a refusal, `item-unknown`, where there is no such path.
 */
export class ExplainItemQuery extends Query<ItemExplainedAnswer | null> {
  constructor(
    readonly tenant: string,
    readonly committee: string,
    /** `budgets/2025/otherCosts` */
    readonly path: string,
    readonly times: ReadOptions = {},
  ) {
    super();
  }
}

@QueryHandler(ExplainItemQuery)
export class ExplainItemQueryHandler implements IQueryHandler<ExplainItemQuery> {
  constructor(private readonly logs: ToldLogs) {}

  async execute({ tenant, committee, path, times }: ExplainItemQuery) {
    const log = await this.logs.ofCommittee(tenant, committee, times);
    if (isEmpty(log)) return null;
    const answer = explainItem(log, path);
    if ('rejection' in answer) throw new RejectionException(answer.rejection);
    return { committee, ...told(times), ...answer.explained };
  }
}

function told({ asOf = null, knownAt = null }: { [Time in keyof AsOf]?: AsOf[Time] | null }) {
  return { asOf, knownAt };
}
