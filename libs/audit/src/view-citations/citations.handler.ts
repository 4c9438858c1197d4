import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { EventStore, type Position, type StoredEvent } from '#libs/event-store';
import { isFactCited, parseStreamId } from '#libs/kernel';
import { ErasureMarks } from '../log/erasure-marks.adapter.js';
import type { LogAnswer } from '../log/log-answer.js';
import type { LoggedEvent } from '../log/logged-event.js';

/** Something that rests on a paragraph. */
export interface RestingFact {
  readonly event: LoggedEvent;
  /** Where the event only says under which paragraph an earlier fact was decided: that fact. */
  readonly cites: LoggedEvent | null;
}

export interface CitationsAnswer extends LogAnswer<RestingFact> {
  /** `SN 2023-09-19, § 46` */
  readonly citation: string;
}

/** Everything that rests on a paragraph, in the order of the log: the decision itself first. */
export class CitationsQuery extends Query<CitationsAnswer> {
  constructor(
    readonly tenant: string,
    readonly citation: string,
    readonly page: { readonly after?: Position; readonly limit: number },
  ) {
    super();
  }
}

@QueryHandler(CitationsQuery)
export class CitationsQueryHandler implements IQueryHandler<CitationsQuery> {
  constructor(
    private readonly store: EventStore,
    private readonly marks: ErasureMarks,
  ) {}

  async execute({ tenant, citation, page }: CitationsQuery) {
    const { events, next, atEnd } = await this.store.readLog(tenant, { ...page, filter: { citation } });
    const cited: (StoredEvent | null)[] = [];
    // One after the other: few facts are cited afterwards, and a page of them must not take all connections.
    for (const event of events) cited.push(await this.citedBy(event));
    const items = await this.marked(tenant, events, cited);
    return { citation, items, next, atEnd };
  }

  private async marked(
    tenant: string,
    events: readonly StoredEvent[],
    cited: readonly (StoredEvent | null)[],
  ): Promise<readonly RestingFact[]> {
    const all = [...events, ...cited.filter((event) => event !== null)];
    const marked = new Map((await this.marks.on(tenant, all)).map((event) => [event.record.id, event]));
    const of = (event: StoredEvent) => marked.get(event.record.id) ?? event;
    return events.map((event, n) => ({ event: of(event), cites: cited[n] ? of(cited[n]) : null }));
  }

  private async citedBy(event: StoredEvent): Promise<StoredEvent | null> {
    // Of an erased one nobody can tell which fact it cited.
    if (!isFactCited(event) || event.record.erased) return null;
    const stream = parseStreamId(event.record.stream);
    for await (const cited of this.store.readStream(stream, { from: event.data.revision, limit: 1 })) {
      return cited;
    }
    return null;
  }
}
