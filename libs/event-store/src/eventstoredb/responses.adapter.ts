import type { ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import { answers } from './answers.adapter.js';
import type { Connection } from './connection.adapter.js';
import { opened } from './opened.adapter.js';

export interface ReadAttempt {
  readonly request: ReadReq;
  /** The attempt has failed where an answer is waited for this long. */
  readonly silenceMs: number;
  /** A subscription may be silent for as long as it likes once it has been confirmed. */
  readonly endless?: boolean;
  /** Ends the attempt without an error. */
  readonly signal?: AbortSignal;
}

/**
 * One attempt at a read: the server's answers, one at a time, no faster than they are taken. Throws what
 * {@link Connection.failed} makes of a failure.
 */
export async function* responses(
  connection: Connection,
  { request, silenceMs, endless = false, signal }: ReadAttempt,
): AsyncGenerator<ReadResp, void, void> {
  const client = connection.borrow();
  let cancel = (): void => undefined;
  const abort = (): void => cancel();
  signal?.addEventListener('abort', abort);
  try {
    const call = await opened(client.read(request), silenceMs);
    cancel = () => call.cancel();
    if (!signal?.aborted) yield* answers<ReadResp>(call, silenceMs, endless);
    // It has come to its end.
    cancel = () => undefined;
  } catch (error) {
    if (!signal?.aborted) throw connection.failed(client, error);
  } finally {
    signal?.removeEventListener('abort', abort);
    cancel();
    connection.giveBack(client);
  }
}
