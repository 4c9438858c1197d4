import type { EventPlace } from '../encoded-event.js';
import type { LogReader, LoggedEvent } from './log-reader.adapter.js';
import { unlimited } from './read-request.adapter.js';

/** Where an event stands, and which call of `append` it comes from. */
export type EventTrace = EventPlace & { readonly appendId: string };

/** The end of a stream. */
export interface StreamTail {
  /** -1 where there is no such stream. */
  readonly lastRevision: number;
  /** By event id. */
  readonly events: ReadonlyMap<string, EventTrace>;
}

/** How many streams' last revisions are remembered. */
const memory = 10_000;

export class TailReader {
  private readonly seen = new Map<string, number>();

  constructor(private readonly reader: LogReader) {}

  /** A revision that the stream has, -1 where it has none: mostly the last one. */
  async someRevision(stream: string): Promise<number> {
    return this.seen.get(stream) ?? (await this.lastRevision(stream));
  }

  /** Somebody else writes to the stream as well. */
  forget(stream: string): void {
    this.seen.delete(stream);
  }

  private async lastRevision(stream: string): Promise<number> {
    for await (const { event } of this.reader.stream({ stream, direction: 'backwards', count: 1 })) {
      return event.record.revision;
    }
    return -1;
  }

  /** What stands behind a revision that the stream has, or -1; a stream of the log never grows shorter. */
  async behind(stream: string, revision: number): Promise<StreamTail> {
    const events = new Map<string, EventTrace>();
    let lastRevision = revision;
    const read = { stream, direction: 'forwards', from: revision + 1, count: unlimited } as const;
    for await (const logged of this.reader.stream(read)) {
      const trace = traceOf(logged);
      events.set(logged.event.record.id, trace);
      lastRevision = trace.revision;
    }
    this.remember(stream, lastRevision);
    return { lastRevision, events };
  }

  private remember(stream: string, revision: number): void {
    this.seen.delete(stream);
    this.seen.set(stream, revision);
    const [oldest] = this.seen.keys();
    if (this.seen.size > memory && oldest !== undefined) this.seen.delete(oldest);
  }
}

function traceOf({ event, appendId }: LoggedEvent): EventTrace {
  const { revision, position, recordedAt } = event.record;
  return { revision, position, recordedAt, appendId };
}
