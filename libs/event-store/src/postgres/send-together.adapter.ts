import type { PoolClient } from 'pg';
import { sentTogether } from './sent-together.js';

/** Sends statements in one packet, which spares the server a wake-up for each, and answers them together. */
export function sendTogether<Answers extends readonly unknown[]>(
  client: PoolClient,
  send: () => { readonly [N in keyof Answers]: Promise<Answers[N]> },
): Promise<Answers> {
  const { stream } = client.connection;
  stream.cork();
  try {
    return sentTogether<Answers>(...send());
  } finally {
    stream.uncork();
  }
}
