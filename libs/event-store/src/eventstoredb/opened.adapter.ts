import { within } from './within.adapter.js';

/** A call once it has a connection. One that comes too late is cancelled, for nobody will. */
export async function opened<Call extends { cancel(): void }>(
  call: Promise<Call>,
  timeoutMs: number,
): Promise<Call> {
  try {
    return await within(timeoutMs, call);
  } catch (error) {
    void call.then(
      (late) => late.cancel(),
      () => undefined,
    );
    throw error;
  }
}
