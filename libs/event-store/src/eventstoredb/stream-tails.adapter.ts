import { hashOfEnvelope } from '#libs/proof';
import type { EventReader } from './event-reader.adapter.js';
import type { RecordedEvent } from './recorded-event.js';
import { noStream, type StreamTail } from './sealed-append.js';
import { envelopeOf } from './stored-event.js';

/** How many streams' ends are remembered. */
const memory = 10_000;

/**
 * The ends of streams, as this process last saw them. One that has moved since fails the append that names it, and is
 * read anew.
 */
export class StreamTails {
  private readonly seen = new Map<string, StreamTail>();

  constructor(private readonly reader: EventReader) {}

  remembered(stream: string): StreamTail | undefined {
    return this.seen.get(stream);
  }

  async read(stream: string): Promise<StreamTail> {
    let last: RecordedEvent | undefined;
    const read = { stream, direction: 'backwards', count: 1 } as const;
    for await (const event of this.reader.stream(read)) last = event;
    if (!last) return noStream;
    return this.noteLast(last);
  }

  /** The event is the last one that its stream had when it was read. */
  noteLast(event: RecordedEvent): StreamTail {
    const { revision: lastRevision, recordedAt } = envelopeOf(event);
    const known = this.seen.get(event.stream);
    if (known && known.lastRevision >= lastRevision) return known;
    const tail = { lastRevision, hash: hashOfEnvelope(event.metadata.toString('utf8')), recordedAt };
    this.remember(event.stream, tail);
    return tail;
  }

  remember(stream: string, tail: StreamTail): void {
    this.seen.delete(stream);
    this.seen.set(stream, tail);
    if (this.seen.size <= memory) return;
    const [oldest] = this.seen.keys();
    if (oldest !== undefined) this.seen.delete(oldest);
  }

  /** Somebody else writes to the stream as well. */
  forget(stream: string): void {
    this.seen.delete(stream);
  }
}
