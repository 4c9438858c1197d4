import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { EventStore, type Position, type StoredEvent } from '#libs/event-store';
import { isFactCited, parseStreamId } from '#libs/kernel';
import type { LogAnswer } from '../log/log-answer.js';

/** Something that rests on a paragraph. */
export interface RestingFact {
  readonly event: StoredEvent;
  /** Where the event only says under which paragraph an earlier fact was decided: that fact. */
  readonly cites: StoredEvent | null;
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
  constructor(private readonly store: EventStore) {}

  async execute({ tenant, citation, page }: CitationsQuery) {
    const { events, next, atEnd } = await this.store.readLog(tenant, { ...page, filter: { citation } });
    const items: RestingFact[] = [];
    // One after the other: few facts are cited afterwards, and a page of them must not take all connections.
    for (const event of events) items.push({ event, cites: await this.citedBy(event) });
    return { citation, items, next, atEnd };
  }

  private async citedBy(event: StoredEvent): Promise<StoredEvent | null> {
    if (!isFactCited(event)) return null;
    const stream = parseStreamId(event.record.stream);
    for await (const cited of this.store.readStream(stream, { from: event.data.revision, limit: 1 })) {
      return cited;
    }
    return null;
  }
}
