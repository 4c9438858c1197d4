import type { ExpectedRevision } from './event-store.js';
import { PartialOverlapError } from './errors.js';

/** What is known of an event id that stands in the log already. */
export interface KnownEvent {
  readonly id: string;
  readonly stream: string;
  readonly revision: number;
}

/**
 * Whether the ids of an append say that it was recorded before: all of them stand together, in order, in that
 * stream. Throws PartialOverlapError where only some do, or elsewhere.
 */
export function isDuplicate(
  stream: string,
  ids: readonly string[],
  known: ReadonlyMap<string, KnownEvent>,
): boolean {
  const found = ids.map((id) => known.get(id)).filter((event) => event !== undefined);
  if (found.length === 0) return false;
  const first = found[0]?.revision ?? 0;
  const together = found.every((event, n) => event.stream === stream && event.revision === first + n);
  if (found.length < ids.length || !together) throw new PartialOverlapError(found.map((event) => event.id));
  return true;
}

/** Whether a stream whose last revision is `actual` (-1: no stream) is as the append expects. */
export function isExpected(expected: ExpectedRevision, actual: number): boolean {
  if (expected === 'any') return true;
  if (expected === 'noStream') return actual === -1;
  if (expected === 'exists') return actual >= 0;
  return expected === actual;
}
