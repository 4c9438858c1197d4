import type { ReadReq } from '@eventstore/db-client/generated/streams_pb.js';
import type { Connection } from './connection.adapter.js';
import { SilentServerError } from './failures.adapter.js';
import type { ReadAnswer } from './grpc-client.adapter.js';
import { opened } from './opened.adapter.js';

export interface ReadAttempt {
  readonly request: ReadReq;
  /**
   * The attempt has failed where an answer is waited for this long: only the server's silence counts, not the time that
   * whoever takes the answers needs.
   */
  readonly silenceMs: number;
  /** A subscription may be silent for as long as it likes once it has been confirmed. */
  readonly endless?: boolean;
  /** Ends the attempt without an error. */
  readonly signal?: AbortSignal;
}

/**
 * One attempt at a read: what `read` makes of the server's answers, where it is not null, one at a time, no faster than
 * they are taken. Throws what {@link Connection.failed} makes of a failure.
 */
export async function* responses<T>(
  connection: Connection,
  { request, silenceMs, endless = false, signal }: ReadAttempt,
  read: (answer: ReadAnswer) => T | null,
): AsyncGenerator<T, void, void> {
  const client = connection.borrow();
  let cancel = (): void => undefined;
  let waiting = true;
  let watchdog: NodeJS.Timeout | undefined;
  const abort = (): void => cancel();
  signal?.addEventListener('abort', abort);
  try {
    const call = await opened(client.read(request), silenceMs);
    cancel = () => call.cancel();
    if (signal?.aborted) return;
    watchdog = setTimeout(() => {
      if (waiting) call.destroy(new SilentServerError(silenceMs));
    }, silenceMs);
    for await (const answer of call as AsyncIterable<ReadAnswer>) {
      waiting = false;
      const item = read(answer);
      if (item !== null) yield item;
      waiting = !endless;
      watchdog.refresh();
    }
    // It has come to its end.
    cancel = () => undefined;
  } catch (error) {
    if (!signal?.aborted) throw connection.failed(client, error);
  } finally {
    clearTimeout(watchdog);
    signal?.removeEventListener('abort', abort);
    cancel();
    connection.giveBack(client);
  }
}
