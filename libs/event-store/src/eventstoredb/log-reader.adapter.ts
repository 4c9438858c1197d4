import type { Instant } from '#libs/kernel';
import type { StoredEvent } from '../event-store.js';
import type { EventReader } from './event-reader.adapter.js';
import type { LogRead, StreamRead } from './read-request.adapter.js';
import type { RecordedEvent } from './recorded-event.adapter.js';
import { markOf, recordedAtOf, storedEventOf, type AppendMark } from './stored-event.adapter.js';

/** An event of the log, and the call of `append` that it comes from. */
export interface LoggedEvent {
  readonly event: StoredEvent;
  readonly appendId: string;
}

/**
 * The events of the log. The server gives each event of an append a time of its own; here all of them have the time of
 * the first one, so that what one command recorded is known together or not at all. What was copied has its own.
 * Where the server's clock has gone back, the time stands still.
 */
export class LogReader {
  constructor(private readonly reader: EventReader) {}

  stream(read: StreamRead): AsyncGenerator<LoggedEvent, void, void> {
    return this.logged(this.reader.stream(read));
  }

  log(read: LogRead): AsyncGenerator<LoggedEvent, void, void> {
    return this.logged(this.reader.log(read));
  }

  private async *logged(events: AsyncIterable<RecordedEvent>): AsyncGenerator<LoggedEvent, void, void> {
    let last: { readonly appendId: string; readonly recordedAt: Instant } | undefined;
    for await (const event of events) {
      const mark = markOf(event);
      const { appendId } = mark;
      if (last?.appendId !== appendId) last = { appendId, recordedAt: await this.recordedAt(event, mark) };
      yield { event: storedEventOf(event, last.recordedAt), appendId };
    }
  }

  /** The first event of the append stands as many places before this one in the same stream. */
  private async recordedAt({ stream, revision, created }: RecordedEvent, mark: AppendMark): Promise<Instant> {
    if (mark.appendIndex === 0 || mark.recordedAt !== undefined) return recordedAtOf(mark, created);
    const from = revision - mark.appendIndex;
    const read = { stream, direction: 'forwards', from, count: 1 } as const;
    let first: RecordedEvent | undefined;
    for await (const event of this.reader.stream(read)) first = event;
    if (first?.revision !== from) throw new Error(`Event ${from} of ${stream} is missing.`);
    return recordedAtOf(mark, first.created);
  }
}
