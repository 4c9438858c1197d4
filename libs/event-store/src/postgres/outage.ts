import { EventStoreUnavailableError } from '../errors.js';

/** An answer of the server's carries a severity and an SQLSTATE. */
interface ServerError extends Error {
  readonly severity: string;
  readonly code: string;
}

/** Connection, resources, shutdown, input and output; read-only standby, idle and lock and statement timeouts. */
const outages = /^(?:08|53|57P|58)|^(?:25006|25P03|55P03|57014)$/;
/** A unique key, a serialisation failure, a deadlock. */
const lostRaces = /^(?:23505|40001|40P01)$/;

/** Whether the server answered; otherwise something went wrong on the way, and the connection is of no more use. */
export function isServerError(error: Error): error is ServerError {
  return 'severity' in error && 'code' in error;
}

/** Whether the same may succeed later, on another connection. A fault in our own code is no outage. */
export function isOutage(error: Error): boolean {
  if (isServerError(error)) return outages.test(error.code);
  return !(error instanceof TypeError || error instanceof RangeError);
}

/** Whether the way to the server broke, or the server is going away: another connection may be answered at once. */
export function isBrokenConnection(error: Error): boolean {
  return isOutage(error) && (!isServerError(error) || error.code.startsWith('57P'));
}

/** Whether another process was faster, so that the same has to be judged anew. */
export function isLostRace(error: Error): boolean {
  return isServerError(error) && lostRaces.test(error.code);
}

export function unavailable(cause: unknown): EventStoreUnavailableError {
  if (cause instanceof EventStoreUnavailableError) return cause;
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new EventStoreUnavailableError(`The event store cannot be reached: ${reason}`, { cause });
}
