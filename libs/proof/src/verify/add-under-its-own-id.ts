import { fail } from './failure.js';
import type { LogSoFar } from './log-so-far.js';
import { named, type LoggedEvent } from './logged-event.js';

/**
 * Takes an event into the log under its id. No two events have the same one, so that an erasure or a receipt can only
 * mean one of them.
 */
export function addUnderItsOwnId(event: LoggedEvent, log: LogSoFar): void {
  if (log.add(event)) return;
  fail('id-not-its-own', { ...named(event), firstPlace: log.placeOf(event.envelope.id) ?? 0 });
}
