import { fail } from './failure.js';
import type { LogSoFar } from './log-so-far.js';
import { named, type LoggedEvent } from './logged-event.js';

/**
 * Every stream is whole: its events are numbered without gaps from 0, and each names, by its hash, the very event
 * that stands before it. A tree alone would not tell that an event had been left out before it was built.
 */
export function continuesItsStream(event: LoggedEvent, log: LogSoFar): void {
  const { stream, revision, prev } = event.envelope;
  const end = log.endOf(stream);
  if (revision !== end.revision + 1) {
    fail('stream-not-continued', { ...named(event), expectedRevision: end.revision + 1 });
  }
  if (prev !== end.hash) fail('previous-event-differs', { ...named(event), prev, previous: end.hash });
}
