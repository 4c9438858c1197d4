import { printStreamId } from '#libs/kernel';
import { InvalidPositionError } from '../errors.js';
import type {
  LogFilter,
  LogPage,
  Position,
  ReadLogOptions,
  ReadSealedOptions,
  SealedEvent,
  SealedPage,
  StoredEvent,
} from '../event-store.js';
import { assertReadable, matches } from '../log-filter.js';
import type { Erasures } from './erasures.adapter.js';
import type { EventReader } from './event-reader.adapter.js';
import { InvalidRequestError } from './failures.adapter.js';
import { parsePosition, type LogPosition } from './log-position.js';
import { scanLog, type Scan, type ScannedPage } from './log-scan.adapter.js';
import type { Direction } from './read-request.adapter.js';
import type { RecordedEvent } from './recorded-event.js';
import { filterableOf, sealedEventOf, storedEventOf } from './stored-event.js';

/** Pages of a municipality's log: the server looks at the beginning of streams' names, the rest is judged here. */
export class LogPages {
  constructor(
    private readonly reader: EventReader,
    private readonly erasures: Erasures,
  ) {}

  async read(tenant: string, options: ReadLogOptions): Promise<LogPage> {
    const { after, direction = 'forwards', limit, filter = {} } = options;
    assertReadable(limit, filter);
    const from = fromPosition(after);
    const erased = await this.erasures.of(tenant);
    const read = (event: RecordedEvent): StoredEvent | null => {
      const stored = storedEventOf(event, erased);
      return matches(filterableOf(stored), filter) ? stored : null;
    };
    // Asked before the scan: whatever is appended meanwhile stands behind it, or is found.
    const end = isNarrow(filter) ? await this.end(tenant, direction) : undefined;
    const prefix = printStreamId({ tenant, name: filter.stream ?? filter.streamPrefix ?? '' });
    const atATime = isJudgedByServer(filter) ? limit + 1 : Math.max(limit + 1, scanChunk);
    return this.scan(after, { prefix, direction, from, limit, atATime, read, end });
  }

  async readSealed(
    tenant: string,
    { after, limit, contents = true }: ReadSealedOptions,
  ): Promise<SealedPage> {
    assertReadable(limit);
    const from = fromPosition(after);
    const erased = await this.erasures.of(tenant);
    const read = (event: RecordedEvent): SealedEvent => {
      const sealed = sealedEventOf(event, erased);
      return contents ? sealed : { ...sealed, content: null, salt: null };
    };
    const prefix = printStreamId({ tenant, name: '' });
    return this.scan(after, { prefix, direction: 'forwards', from, limit, atATime: limit + 1, read });
  }

  /** The server finds a position wrong where no event stands. */
  private async scan<T>(after: Position | undefined, scan: Scan<T>): Promise<ScannedPage<T>> {
    try {
      return await scanLog(this.reader, scan);
    } catch (error) {
      if (error instanceof InvalidRequestError && after !== undefined) throw new InvalidPositionError(after);
      throw error;
    }
  }

  /** The last position of the municipality's log, or the first one where it is read backwards. */
  private async end(tenant: string, direction: Direction): Promise<LogPosition | undefined> {
    const opposite = direction === 'forwards' ? 'backwards' : 'forwards';
    const filter = { prefix: printStreamId({ tenant, name: '' }) };
    const read = { filter, direction: opposite, count: 1 } as const;
    let end: LogPosition | undefined;
    for await (const { position } of this.reader.log(read)) end = position;
    return end;
  }
}

function fromPosition(after: Position | undefined): LogPosition | undefined {
  return after === undefined ? undefined : parsePosition(after);
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
