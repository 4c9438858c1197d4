import { randomUUID } from 'node:crypto';
import type { Position } from '../event-store.js';
import type { EventReader } from './event-reader.adapter.js';
import type { EventWriter } from './event-writer.adapter.js';
import { TransientFailure } from './failures.adapter.js';
import type { IdSegment } from './id-segment.js';
import type { Patience } from './patience.adapter.js';
import { unlimited } from './read-request.adapter.js';
import type { RecordedEvent } from './recorded-event.js';
import { indexStream } from './stream-names.js';

const segmentType = 'EventIdsIndexed';

/**
 * The stretches of a municipality's log whose ids have been written down, in a stream of their own: whoever starts later
 * reads them instead of the log. They hold nothing that the log does not, and may be missing.
 */
export class IdSegments {
  /** Of the last segment that is known; another process that writes the next one is met there. */
  private lastRevision = -1;
  private isOutrun = false;

  constructor(
    private readonly tenant: string,
    private readonly reader: EventReader,
    private readonly writer: EventWriter,
  ) {}

  /** As far as they follow on one another from the beginning of the log. */
  async *read(): AsyncGenerator<IdSegment, void, void> {
    const read = { stream: indexStream(this.tenant), direction: 'forwards', count: unlimited } as const;
    let after: Position | null = null;
    for await (const event of this.reader.stream(read)) {
      const segment = segmentOf(event);
      this.isOutrun = segment.after !== after;
      if (this.isOutrun) return;
      this.lastRevision = event.revision;
      after = segment.upTo;
      yield segment;
    }
  }

  /** Does nothing where another process is writing, or the server takes too long: it is only there to save time. */
  async write({ entries, ...place }: IdSegment, patience: Patience): Promise<void> {
    if (this.isOutrun) return;
    const event = { id: randomUUID(), type: segmentType, data: entries, metadata: JSON.stringify(place) };
    const append = { stream: indexStream(this.tenant), lastRevision: this.lastRevision, events: [event] };
    try {
      const { kind } = await this.writer.append(() => append, patience);
      if (kind === 'appended') this.lastRevision += 1;
      else this.isOutrun = true;
    } catch (error) {
      if (!(error instanceof TransientFailure)) throw error;
      this.isOutrun = true;
    }
  }
}

function segmentOf({ data, metadata }: RecordedEvent): IdSegment {
  return { ...(JSON.parse(metadata.toString('utf8')) as Omit<IdSegment, 'entries'>), entries: data };
}
