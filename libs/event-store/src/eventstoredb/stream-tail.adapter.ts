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
    let revision = -1;
    for await (const { event } of this.reader.stream({ stream, direction: 'backwards', count: 1 })) {
      ({ revision } = event.record);
    }
    return revision;
  }

  /**
   * What stands behind a revision that the stream has, or -1: until the ids have been found, or to the end where they
   * are not all there. A stream of the log never grows shorter.
   */
  async behind(stream: string, revision: number, ids: readonly string[]): Promise<StreamTail> {
    const events = new Map<string, EventTrace>();
    const isComplete = (): boolean => ids.every((id) => events.has(id));
    let lastRevision = revision;
    // Mostly they stand right there.
    for (const count of [ids.length, unlimited]) {
      const read = { stream, direction: 'forwards', from: lastRevision + 1, count } as const;
      for await (const logged of this.reader.stream(read)) {
        const trace = traceOf(logged);
        events.set(logged.event.record.id, trace);
        lastRevision = trace.revision;
        if (count === unlimited && isComplete()) break;
      }
      if (isComplete() || lastRevision < revision + count) break;
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
