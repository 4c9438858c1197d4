import type { Position } from '../event-store.js';
import type { EventReader } from './event-reader.adapter.js';
import { furthest, printPosition, type LogPosition } from './log-position.js';
import type { Direction } from './read-request.adapter.js';
import type { RecordedEvent } from './recorded-event.js';

export interface Scan<T> {
  /** The beginning of the names of the streams that are looked at. */
  readonly prefix: string;
  readonly direction: Direction;
  /** Exclusive. */
  readonly from: LogPosition | undefined;
  readonly limit: number;
  /** How many events are asked for at a time. */
  readonly atATime: number;
  /** What becomes of an event; null where it does not qualify. */
  readonly read: (event: RecordedEvent) => T | null;
  /** Everything up to here has been looked at once the scan is at its end, at least. */
  readonly end?: LogPosition | undefined;
}

export interface ScannedPage<T> {
  readonly events: readonly T[];
  readonly next: Position | null;
  readonly atEnd: boolean;
}

/** Looks for one event more than the limit, to tell whether that is the end. */
export async function scanLog<T>(reader: EventReader, scan: Scan<T>): Promise<ScannedPage<T>> {
  const { prefix, direction, from, limit, atATime, read, end } = scan;
  const events: T[] = [];
  let [seen, last] = [from, from];
  for (let answered = atATime; answered === atATime && events.length <= limit;) {
    answered = 0;
    for await (const event of reader.log({ filter: { prefix }, direction, from: seen, count: atATime })) {
      answered += 1;
      seen = event.position;
      const item = read(event);
      if (item === null) continue;
      if (events.length < limit) last = seen;
      events.push(item);
    }
  }
  const atEnd = events.length <= limit;
  const next = atEnd ? furthest([end, seen], direction) : last;
  return { events: events.slice(0, limit), next: next === undefined ? null : printPosition(next), atEnd };
}
