import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { StoredEvent } from '#libs/event-store';
import { RejectionException } from '#libs/http';
import type { ReadOptions } from '#libs/read-model';
import { erasureTeller } from '../erasures/teller.js';
import type { ExplanationRejection } from '../told/rejections.js';
import { Tellers } from '../told/tellers.adapter.js';
import type { ToldLog } from '../told/told-log.js';
import { ToldLogs } from '../told/told-logs.adapter.js';
import { documentsOf } from './documents-of.js';
import { explainParagraph, type ParagraphExplained } from './paragraph-explained.js';
import { RestingEvents } from './resting-events.adapter.js';

/** Everything that rests on a paragraph, in words. Throws a refusal, `paragraph-unknown`, where nothing does. */
export class ExplainParagraphQuery extends Query<ParagraphExplained> {
  constructor(
    readonly tenant: string,
    /** In its printed form, `SN 2023-09-19, § 46`. */
    readonly citation: string,
    readonly times: ReadOptions = {},
  ) {
    super();
  }
}

@QueryHandler(ExplainParagraphQuery)
export class ExplainParagraphQueryHandler implements IQueryHandler<ExplainParagraphQuery> {
  constructor(
    private readonly resting: RestingEvents,
    private readonly tellers: Tellers,
    private readonly logs: ToldLogs,
  ) {}

  async execute({ tenant, citation, times }: ExplainParagraphQuery) {
    const resting = await this.resting.on(tenant, citation, times);
    if (resting.length === 0) throw new RejectionException(unknown(citation));
    const cited = await this.resting.citedBy(resting);
    const log = await this.logAround(tenant, [...resting, ...cited], times);
    return explainParagraph(citation, log, new Set(resting.map(({ record }) => record.id)));
  }

  /** The whole life of the documents that the events concern, and the events that concern none. */
  private async logAround(
    tenant: string,
    events: readonly StoredEvent[],
    times: ReadOptions,
  ): Promise<ToldLog> {
    const concerned = documentsOf([...this.tellers.all, erasureTeller], events);
    const tellers = concerned.map(({ teller }) => teller);
    const sources = concerned.flatMap((each) => each.sources);
    const streams = events.map(({ record }) => ({ stream: record.stream.slice(tenant.length + 1) }));
    const read = await this.logs.read(tenant, [...sources, ...streams], times);
    return { tellers, events: read, isAsked: () => true };
  }
}

function unknown(citation: string): ExplanationRejection {
  return { code: 'paragraph-unknown', facts: { citation } };
}
