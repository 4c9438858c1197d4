import { printStreamId } from '#libs/kernel';
import { InvalidPositionError } from '../errors.js';
import type { LogFilter, LogPage, Position, ReadLogOptions, StoredEvent } from '../event-store.js';
import { assertReadable, matches } from '../log-filter.js';
import { InvalidRequestError } from './failures.adapter.js';
import { furthest, parsePosition } from './log-position.js';
import type { LogReader } from './log-reader.adapter.js';
import type { Direction } from './read-request.adapter.js';
import { filterableOf } from './stored-event.adapter.js';

/** Pages of a municipality's log: the server looks at the beginning of streams' names, the rest is judged here. */
export class LogPages {
  constructor(private readonly reader: LogReader) {}

  async read(tenant: string, options: ReadLogOptions): Promise<LogPage> {
    const { after, direction = 'forwards', limit, filter = {} } = options;
    assertReadable(limit, filter);
    const from = after === undefined ? undefined : parsePosition(after);
    try {
      // Asked before the scan: whatever is appended meanwhile stands behind it, or is found.
      const end = isNarrow(filter) ? await this.end(tenant, direction) : undefined;
      const { found, seen } = await this.scan(tenant, { direction, from, limit, filter });
      const events = found.slice(0, limit);
      if (found.length > limit) return { events, next: events.at(-1)?.record.position ?? null, atEnd: false };
      return { events, next: furthest([after, end, seen], direction), atEnd: true };
    } catch (error) {
      if (error instanceof InvalidRequestError && after !== undefined) throw new InvalidPositionError(after);
      throw error;
    }
  }

  /** One event more than the limit, where there is one, and how far the scan came. */
  private async scan(tenant: string, { direction, from, limit, filter }: Scan): Promise<Scanned> {
    const prefix = printStreamId({ tenant, name: filter.stream ?? filter.streamPrefix ?? '' });
    const count = isJudgedByServer(filter) ? limit + 1 : Math.max(limit + 1, scanChunk);
    const found: StoredEvent[] = [];
    let seen: Position | undefined;
    for (let read = count, next = from; read === count && found.length <= limit;) {
      read = 0;
      for await (const { event } of this.reader.log({ filter: { prefix }, direction, from: next, count })) {
        read += 1;
        seen = event.record.position;
        if (matches(filterableOf(event), filter)) found.push(event);
      }
      next = seen === undefined ? from : parsePosition(seen);
    }
    return { found, seen };
  }

  /** The last position of the municipality's log, or the first one where it is read backwards. */
  private async end(tenant: string, direction: Direction): Promise<Position | undefined> {
    const opposite = direction === 'forwards' ? 'backwards' : 'forwards';
    const read = {
      filter: { prefix: printStreamId({ tenant, name: '' }) },
      direction: opposite,
      count: 1,
    } as const;
    let end: Position | undefined;
    for await (const { event } of this.reader.log(read)) end = event.record.position;
    return end;
  }
}

interface Scan extends Pick<ReadLogOptions, 'limit'> {
  readonly direction: Direction;
  readonly from: ReturnType<typeof parsePosition> | undefined;
  readonly filter: LogFilter;
}

interface Scanned {
  readonly found: readonly StoredEvent[];
  readonly seen: Position | undefined;
}

/** How many events are asked for at a time where most of them may not qualify. */
const scanChunk = 1_000;

/** Whether the beginning of the stream's name says all. */
function isJudgedByServer({ stream: _, streamPrefix, ...others }: LogFilter): boolean {
  return streamPrefix === undefined && Object.values(others).every((condition) => condition === undefined);
}

/** The server passes over streams of the municipality, so the scan does not tell where the log ends. */
function isNarrow({ stream, streamPrefix }: LogFilter): boolean {
  return (stream ?? streamPrefix ?? '') !== '';
}
