import type { ReadReq } from '@eventstore/db-client/generated/streams_pb.js';
import type { Connection } from './connection.adapter.js';
import { TransientFailure } from './failures.adapter.js';
import type { ReadAnswer } from './grpc-client.adapter.js';
import { compareLogPositions } from './log-position.js';
import type { EventStoreDbOptions } from './options.js';
import { Patience } from './patience.adapter.js';
import { logRequest, streamRequest, type LogRead, type StreamRead } from './read-request.adapter.js';
import type { RecordedEvent } from './recorded-event.js';
import { responses } from './responses.adapter.js';

type Events = AsyncGenerator<RecordedEvent, void, void>;

/**
 * Reads that go on where they were when a connection breaks: each event comes once, in order. The deadline begins
 * anew with every event; EventStoreUnavailableError is thrown where it passes.
 */
export class EventReader {
  constructor(
    private readonly connection: Connection,
    private readonly options: EventStoreDbOptions,
  ) {}

  /** No events where there is no such stream. */
  stream(read: StreamRead): Events {
    const step = read.direction === 'forwards' ? 1 : -1;
    let [from, count] = [read.from, read.count];
    const request = (): ReadReq | null =>
      count === 0 || (from ?? 0) < 0 ? null : streamRequest({ ...read, from, count });
    return this.resumed(this.options.deadlineMs / 2, request, ({ revision }) => {
      from = revision + step;
      count -= 1;
      return true;
    });
  }

  /** What stands beyond the position, exclusive, in either direction. */
  log(read: LogRead): Events {
    const step = read.direction === 'forwards' ? 1 : -1;
    let [from, left] = [read.from, read.count];
    // Forwards, the server begins with the event that stands at the position itself.
    const request = (): ReadReq | null =>
      left === 0 ? null : logRequest({ ...read, from, count: from && step > 0 ? left + 1 : left });
    return this.resumed(this.options.scanSilenceMs, request, ({ position }) => {
      if (from && compareLogPositions(position, from) * step <= 0) return false;
      from = position;
      left -= 1;
      return true;
    });
  }

  /**
   * `request` tells how to go on after what has come, or null where nothing more can come; `take` whether an event is
   * new.
   */
  private async *resumed(
    silenceMs: number,
    request: () => ReadReq | null,
    take: (event: RecordedEvent) => boolean,
  ): Events {
    const patience = new Patience(this.options.deadlineMs);
    const newEvent = (answer: ReadAnswer): RecordedEvent | null => {
      if (answer.stream === undefined) return null;
      patience.renew();
      return take(answer) ? answer : null;
    };
    for (let next = request(); next; next = request()) {
      try {
        const events = responses(this.connection, { request: next, silenceMs }, newEvent);
        for await (const event of events) yield event;
        return;
      } catch (error) {
        if (!(error instanceof TransientFailure)) throw error;
        await patience.pause(error.cause);
      }
    }
  }
}
