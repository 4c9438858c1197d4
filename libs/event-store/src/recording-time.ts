import type { Instant } from '#libs/kernel';
import { RecordedAtError } from './errors.js';

/**
 * How far the clocks of two processes may be apart. Where the store cannot see to it that times never go back along a
 * log (EventStoreDB), they go back by that much at most, and such a log can still be copied.
 */
const clockSkewMs = 3_600_000;

/**
 * When an append is recorded: now, or at the log's last event's time where the clock has gone back since. One that is
 * copied keeps its time. Throws {@link RecordedAtError} where that would put it before the log's last event, by more
 * than clocks are apart, or where it would hold back the time of all that is recorded after it.
 */
export function recordingTime(copied: Instant | null, last: Instant | null, now: Instant): Instant {
  const latest = last !== null && last > now ? last : now;
  if (copied === null) return latest;
  const earliest = last === null ? null : new Date(Date.parse(last) - clockSkewMs).toISOString();
  if (copied > latest || (earliest !== null && copied < earliest)) {
    throw new RecordedAtError(copied, earliest, latest);
  }
  return copied;
}
