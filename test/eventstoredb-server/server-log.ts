import { EventEmitter } from 'node:events';

/** What the writer says that the stream looks like. */
export type Expected = number | 'any' | 'noStream' | 'streamExists';

export interface ProposedEvent {
  readonly id: string;
  readonly type: string;
  readonly contentType: string;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
}

export interface LogRecord extends ProposedEvent {
  /** Byte offset of the record; it is the commit position and the prepare position alike. */
  readonly position: bigint;
  readonly stream: string;
  readonly revision: number;
  /** Ticks of 100 ns since 1970. */
  readonly created: bigint;
}

/** `current` is -1 where there is no such stream. */
export type Written =
  | { readonly kind: 'written'; readonly last: LogRecord }
  | { readonly kind: 'wrongVersion'; readonly current: number }
  | { readonly kind: 'deleted' };

const ticksPerMillisecond = 10_000n;

/**
 * The database of the test server: one log in memory, judged as the real server judges. Positions are byte offsets
 * that begin beyond 2^53, so that whoever takes them for JavaScript numbers is found out.
 */
export class ServerLog extends EventEmitter<{ appended: [] }> {
  readonly records: LogRecord[] = [];
  private readonly streams = new Map<string, LogRecord[]>();
  private readonly tombstones = new Set<string>();
  private end = 9_007_199_254_740_993n;
  private written = 0n;

  constructor(
    private readonly now: () => number = Date.now,
    /** How many of the last events an append with `any` is compared with. */
    private readonly recentWrites = 1_000,
  ) {
    super();
    this.setMaxListeners(0);
  }

  stream(name: string): readonly LogRecord[] {
    return this.streams.get(name) ?? [];
  }

  isDeleted(name: string): boolean {
    return this.tombstones.has(name);
  }

  /** Of the first record at the position or behind it. */
  indexOf(position: bigint): number {
    let [low, high] = [0, this.records.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.records[middle]!.position < position) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  append(name: string, expected: Expected, events: readonly ProposedEvent[]): Written {
    if (this.isDeleted(name)) return { kind: 'deleted' };
    const stream = this.stream(name);
    const current = stream.length - 1;
    const repeated = this.repeated(name, expected, events);
    if (repeated) return { kind: 'written', last: repeated };
    if (!meets(expected, current)) return { kind: 'wrongVersion', current };
    const last = this.write(name, events);
    this.emit('appended');
    return { kind: 'written', last };
  }

  /** Deletes for good: the stream cannot be written again, but its events stay in the log. */
  tombstone(name: string): LogRecord {
    const last = this.write(name, [tombstoneEvent]);
    this.tombstones.add(name);
    this.emit('appended');
    return last;
  }

  /** As an operator's tool does: every byte of the data becomes ones, all else stays. */
  redact(name: string, revision: number): void {
    const record = this.stream(name)[revision];
    if (!record) throw new Error(`There is no event ${revision} of ${name}.`);
    const redacted = { ...record, data: Buffer.alloc(record.data.length, 0xff) };
    this.streams.get(name)?.splice(revision, 1, redacted);
    this.records.splice(this.records.indexOf(record), 1, redacted);
  }

  /** With `any`, only recent writes are known; with a revision, the ids that stand behind it are compared. */
  private repeated(
    name: string,
    expected: Expected,
    events: readonly ProposedEvent[],
  ): LogRecord | undefined {
    const stream = this.stream(name);
    const candidates =
      typeof expected === 'number' || expected === 'noStream'
        ? stream.slice((expected === 'noStream' ? -1 : expected) + 1)
        : recentFrom(this.records.slice(-this.recentWrites), name, events[0]?.id);
    const same = events.every(({ id }, n) => candidates[n]?.id === id);
    return same ? candidates[events.length - 1] : undefined;
  }

  private write(name: string, events: readonly ProposedEvent[]): LogRecord {
    const stream = this.streams.get(name) ?? [];
    this.streams.set(name, stream);
    for (const event of events) {
      const record = {
        ...event,
        stream: name,
        revision: stream.length,
        position: this.end,
        created: this.tick(),
      };
      this.end += sizeOf(record);
      stream.push(record);
      this.records.push(record);
    }
    return this.records.at(-1)!;
  }

  /** Every record has its own tick, those of one append as well; where the clock goes back, so do the ticks. */
  private tick(): bigint {
    this.written = (this.written + 1n) % ticksPerMillisecond;
    return BigInt(this.now()) * ticksPerMillisecond + this.written;
  }
}

const tombstoneEvent: ProposedEvent = {
  id: '00000000-0000-4000-8000-000000000000',
  type: '$streamDeleted',
  contentType: 'application/octet-stream',
  data: new Uint8Array(),
  metadata: new Uint8Array(),
};

function recentFrom(
  recent: readonly LogRecord[],
  stream: string,
  firstId: string | undefined,
): readonly LogRecord[] {
  const ofStream = recent.filter((record) => record.stream === stream);
  const first = ofStream.findIndex(({ id }) => id === firstId);
  return first < 0 ? [] : ofStream.slice(first);
}

function meets(expected: Expected, current: number): boolean {
  if (expected === 'any') return true;
  if (expected === 'noStream') return current < 0;
  if (expected === 'streamExists') return current >= 0;
  return expected === current;
}

function sizeOf({ stream, type, data, metadata }: LogRecord): bigint {
  return BigInt(76 + Buffer.byteLength(stream) + Buffer.byteLength(type) + data.length + metadata.length);
}
