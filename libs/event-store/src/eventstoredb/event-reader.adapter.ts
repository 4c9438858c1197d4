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
  stream(read: StreamRead): Events {
    const step = read.direction === 'forwards' ? 1 : -1;
    return this.resumed(this.options.deadlineMs, (last) => {
      const from = last ? last.revision + step : read.from;
      return from !== undefined && from < 0 ? null : streamRequest({ ...read, from });
    });
  }

  /** What stands beyond the position, exclusive, in either direction. */
  async *log(read: LogRead): Events {
    const step = read.direction === 'forwards' ? 1 : -1;
    let [from, left] = [read.from, read.count];
    // One more than is left: forwards, the server begins with the event that stands at the position itself.
    const request = (): ReadReq => logRequest({ ...read, from, count: left + 1 });
    for await (const event of this.resumed(this.options.scanSilenceMs, request)) {
      if (from && compareLogPositions(event.position, from) * step <= 0) continue;
      from = event.position;
      yield event;
      left -= 1;
      if (left === 0) return;
    }
  }

  /** `request` tells how to go on after the last event that came, or null where nothing can come. */
  private async *resumed(silenceMs: number, request: (last: RecordedEvent | null) => ReadReq | null): Events {
    const patience = new Patience(this.options.deadlineMs);
    for (let last: RecordedEvent | null = null; ;) {
      const next = request(last);
      if (!next) return;
      try {
        for await (const event of eventsOf(responses(this.connection, { request: next, silenceMs }))) {
          last = event;
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
