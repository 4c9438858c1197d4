import type { Instant } from '#libs/kernel';
import { RecordedAtError } from './errors.js';

/**
 * When an append is recorded: now, or at the log's last event's time where the clock has gone back since. One that is
 * copied keeps its time. Throws {@link RecordedAtError} where that would put it before the log's last event, or where
 * it would hold back the time of all that is recorded after it.
 */
export function recordingTime(copied: Instant | null, last: Instant | null, now: Instant): Instant {
  const latest = last !== null && last > now ? last : now;
  if (copied === null) return latest;
  if (copied > latest || (last !== null && copied < last)) throw new RecordedAtError(copied, last, latest);
  return copied;
}
