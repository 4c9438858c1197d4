import type { Readable } from 'node:stream';
import { SilentServerError } from './failures.adapter.js';

/**
 * The answers of a call, one at a time, no faster than they are taken. Throws a SilentServerError where one is waited
 * for longer than `silenceMs`: only the server's silence counts, not the time that whoever takes the answers needs. An
 * endless call may be silent for as long as it likes after its first answer.
 */
export async function* answers<Answer>(
  call: Readable & AsyncIterable<Answer>,
  silenceMs: number,
  endless = false,
): AsyncGenerator<Answer, void, void> {
  let waiting = true;
  const watchdog = setTimeout(() => {
    if (waiting) call.destroy(new SilentServerError(silenceMs));
  }, silenceMs);
  try {
    for await (const answer of call) {
      waiting = false;
      yield answer;
      waiting = !endless;
      watchdog.refresh();
    }
  } finally {
    clearTimeout(watchdog);
  }
}
