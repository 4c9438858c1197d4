import { Injectable } from '@nestjs/common';
import { EventStore, type LogFilter, type Position, type StoredEvent } from '#libs/event-store';
import { isFactCited, parseStreamId, qualifies, type AsOf } from '#libs/kernel';

const pageSize = 1_000;

/** Everything in the log that rests on a paragraph, and the facts that these say the paragraph of. */
@Injectable()
export class RestingEvents {
  constructor(private readonly store: EventStore) {}

  /** In the order of the log. */
  async on(tenant: string, citation: string, times: AsOf): Promise<readonly StoredEvent[]> {
    const filter: LogFilter = { citation, effectiveTo: times.asOf, recordedTo: times.knownAt };
    const events: StoredEvent[] = [];
    for (let after: Position | undefined, atEnd = false; !atEnd;) {
      const page = await this.store.readLog(tenant, { after, limit: pageSize, filter });
      events.push(...page.events.filter((event) => qualifies(event, times)));
      after = page.next ?? undefined;
      atEnd = page.atEnd;
    }
    return events;
  }

  /** The facts that were cited afterwards. Of an erased event nobody can tell which fact it cited. */
  async citedBy(resting: readonly StoredEvent[]): Promise<readonly StoredEvent[]> {
    const cited: StoredEvent[] = [];
    for (const event of resting) {
      if (!isFactCited(event) || event.record.erased) continue;
      const stream = parseStreamId(event.record.stream);
      const place = { from: event.data.revision, limit: 1 };
      for await (const fact of this.store.readStream(stream, place)) cited.push(fact);
    }
    return cited;
  }
}
