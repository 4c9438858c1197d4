import { compareDensePositions } from './dense-position.js';
import type { LogPage, Position, ReadLogOptions, StoredEvent } from './event-store.js';

/**
 * A page of a log without holes, from up to one event more than the limit. `end` is the log's last position (its first
 * one where it is read backwards), or null where the log is empty; everything up to it has been looked at.
 */
export function logPage(
  found: readonly StoredEvent[],
  end: Position | null,
  options: ReadLogOptions,
): LogPage {
  const { after, direction = 'forwards', limit } = options;
  const events = found.slice(0, limit);
  const atEnd = found.length <= limit;
  const last = events.at(-1)?.record.position;
  const seen = [after, last, atEnd ? end : null].filter((position) => typeof position === 'string');
  return { events, next: furthest(seen, direction), atEnd };
}

/** A reader may ask from beyond the end, and events may be appended while the end is being asked for. */
function furthest(positions: readonly Position[], direction: 'forwards' | 'backwards'): Position | null {
  const sorted = positions.toSorted(compareDensePositions);
  return sorted.at(direction === 'forwards' ? -1 : 0) ?? null;
}
