import { printStreamId, type StreamId } from '#libs/kernel';
import { assertEventSizes } from './event-size.js';
import {
  EventStore,
  maxPageSize,
  type Append,
  type AppendResult,
  type LogHead,
  type LogPage,
  type Position,
  type ReadLogOptions,
  type ReadStreamOptions,
  type StoredEvent,
} from './event-store.js';
import { passes } from './filter.js';
import { isDuplicate, isExpected } from './verdict.js';
import { WakeUps } from './wake-ups.js';

/** One municipality's events in the order of their positions, which count from 1. */
interface Log {
  readonly events: StoredEvent[];
  readonly streams: Map<string, StoredEvent[]>;
  readonly byId: Map<string, StoredEvent>;
}

export interface InMemoryOptions {
  /** Milliseconds since 1970. */
  readonly clock?: () => number;
}

/** The port without a database: for tests, with the same promises as every adapter, until the process ends. */
export class InMemoryEventStore extends EventStore {
  private readonly logs = new Map<string, Log>();
  private readonly wakeUps = new WakeUps();
  private readonly clock: () => number;

  constructor({ clock = Date.now }: InMemoryOptions = {}) {
    super();
    this.clock = clock;
  }

  append(append: Append): Promise<AppendResult> {
    // Promise.try, so that a refusal is a rejected promise as with every other adapter.
    return Promise.try(() => this.appendNow(append));
  }

  async *readStream(
    stream: StreamId,
    options: ReadStreamOptions = {},
  ): AsyncGenerator<StoredEvent, void, void> {
    const events = this.log(stream.tenant).streams.get(stream.name) ?? [];
    const { direction = 'forwards', limit = Infinity } = options;
    const from = options.from ?? (direction === 'forwards' ? 0 : events.length - 1);
    const chosen = direction === 'forwards' ? events.slice(from) : events.slice(0, from + 1).toReversed();
    for (const [n, event] of chosen.entries()) {
      if (n >= limit) return;
      yield structuredClone(event);
    }
  }

  readLog(
    tenant: string,
    { after, direction = 'forwards', limit, filter }: ReadLogOptions,
  ): Promise<LogPage> {
    const { events } = this.log(tenant);
    const forwards = direction === 'forwards';
    const start = after === undefined ? (forwards ? 0 : events.length + 1) : Number(after);
    const rest = forwards ? events.slice(start) : events.slice(0, Math.max(0, start - 1)).toReversed();
    const chosen: StoredEvent[] = [];
    const pageSize = Math.min(limit, maxPageSize);
    for (const event of rest) {
      if (!passes(event, filter)) continue;
      if (chosen.length === pageSize) return Promise.resolve(page(chosen, chosen.at(-1), after, false));
      chosen.push(event);
    }
    return Promise.resolve(page(chosen, rest.at(-1), after, true));
  }

  findEvent(tenant: string, eventId: string): Promise<StoredEvent | null> {
    const event = this.log(tenant).byId.get(eventId);
    return Promise.resolve(event ? structuredClone(event) : null);
  }

  heads(): Promise<readonly LogHead[]> {
    const heads = [...this.logs].map(([tenant, { events }]) => ({ tenant, position: String(events.length) }));
    return Promise.resolve(heads.filter(({ position }) => position !== '0'));
  }

  comparePositions(a: Position, b: Position): number {
    return Number(a) - Number(b);
  }

  changes(signal: AbortSignal): AsyncIterable<void> {
    return this.wakeUps.follow(signal, 60_000);
  }

  ping(): Promise<void> {
    return Promise.resolve();
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  private appendNow(append: Append): AppendResult {
    assertEventSizes(append);
    const log = this.log(append.stream.tenant);
    const stream = log.streams.get(append.stream.name) ?? [];
    const ids = append.events.map((event) => event.id);
    const known = new Map(
      ids.flatMap((id) => log.byId.get(id)?.record ?? []).map((record) => [record.id, record]),
    );
    if (isDuplicate(printStreamId(append.stream), ids, known)) {
      return result('duplicate', log.byId.get(ids.at(-1) ?? ''));
    }
    if (!isExpected(append.expected, stream.length - 1)) {
      return { outcome: 'conflict', actualRevision: stream.length - 1 };
    }
    const stored = this.stored(append, log, stream.length);
    log.streams.set(append.stream.name, stream);
    for (const event of stored) {
      stream.push(event);
      log.events.push(event);
      log.byId.set(event.record.id, event);
    }
    this.wakeUps.wake();
    return result('appended', stored.at(-1));
  }

  private stored({ stream, events, metadata }: Append, log: Log, firstRevision: number): StoredEvent[] {
    const last = log.events.at(-1)?.record.recordedAt ?? '';
    const now = new Date(this.clock()).toISOString();
    const recordedAt = now > last ? now : last;
    return events.map(({ id, event, schemaVersion }, n) => ({
      ...(JSON.parse(JSON.stringify(event)) as typeof event),
      record: {
        ...structuredClone(metadata),
        id,
        schemaVersion,
        stream: printStreamId(stream),
        revision: firstRevision + n,
        position: String(log.events.length + 1 + n),
        recordedAt,
      },
    }));
  }

  private log(tenant: string): Log {
    const log = this.logs.get(tenant) ?? { events: [], streams: new Map(), byId: new Map() };
    this.logs.set(tenant, log);
    return log;
  }
}

function page(
  events: StoredEvent[],
  last: StoredEvent | undefined,
  after: Position | undefined,
  atEnd: boolean,
): LogPage {
  return { events: structuredClone(events), next: last?.record.position ?? after ?? null, atEnd };
}

function result(outcome: 'appended' | 'duplicate', last: StoredEvent | undefined): AppendResult {
  if (!last) throw new Error('An append needs at least one event.');
  const { revision, position, recordedAt } = last.record;
  return { outcome, revision, position, recordedAt };
}
