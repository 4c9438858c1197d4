import type { ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { Connection } from './connection.adapter.js';
import { TransientFailure } from './failures.adapter.js';
import { compareLogPositions } from './log-position.js';
import type { EventStoreDbOptions } from './options.js';
import { Patience } from './patience.adapter.js';
import { logRequest, streamRequest, type LogRead, type StreamRead } from './read-request.adapter.js';
import { recordedEventOf, type RecordedEvent } from './recorded-event.adapter.js';
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
  async *stream(read: StreamRead): Events {
    const step = read.direction === 'forwards' ? 1 : -1;
    let [from, count] = [read.from, read.count];
    const request = (): ReadReq | null =>
      count === 0 || (from ?? 0) < 0 ? null : streamRequest({ ...read, from, count });
    for await (const event of this.resumed(this.options.deadlineMs / 2, request)) {
      from = event.revision + step;
      count -= 1;
      yield event;
    }
  }

  /** What stands beyond the position, exclusive, in either direction. */
  async *log(read: LogRead): Events {
    const step = read.direction === 'forwards' ? 1 : -1;
    let [from, left] = [read.from, read.count];
    // Forwards, the server begins with the event that stands at the position itself.
    const request = (): ReadReq | null =>
      left === 0 ? null : logRequest({ ...read, from, count: from && step > 0 ? left + 1 : left });
    for await (const event of this.resumed(this.options.scanSilenceMs, request)) {
      if (from && compareLogPositions(event.position, from) * step <= 0) continue;
      from = event.position;
      left -= 1;
      yield event;
    }
  }

  /** `request` tells how to go on after what has come, or null where nothing more can come. */
  private async *resumed(silenceMs: number, request: () => ReadReq | null): Events {
    const patience = new Patience(this.options.deadlineMs);
    for (let next = request(); next; next = request()) {
      try {
        for await (const event of eventsOf(responses(this.connection, { request: next, silenceMs }))) {
          patience.renew();
          yield event;
        }
        return;
      } catch (error) {
        if (!(error instanceof TransientFailure)) throw error;
        await patience.pause(error.cause);
      }
    }
  }
}

async function* eventsOf(answers: AsyncIterable<ReadResp>): Events {
  for await (const answer of answers) {
    const event = recordedEventOf(answer);
    if (event) yield event;
  }
}
