import { parseStreamId, printStreamId, type StreamId } from '#libs/kernel';
import { ChangeHints } from '../change-hints.adapter.js';
import { encodeAppend, encodeRestored } from '../encoded-append.js';
import { erasureStream, undecided } from '../erasure.js';
import { EventStoreUnavailableError, NotDecidedError } from '../errors.js';
import {
  EventStore,
  type Append,
  type AppendResult,
  type LogHead,
  type LogPage,
  type Position,
  type ReadLogOptions,
  type ReadSealedOptions,
  type ReadStreamOptions,
  type SealedEvent,
  type SealedPage,
  type StoredEvent,
} from '../event-store.js';
import { assertReadableStream } from '../log-filter.js';
import { newSalt } from '../salts.adapter.js';
import { isUuid } from '../storable-text.js';
import { Appender } from './appender.adapter.js';
import { parseConnectionString } from './connection-string.js';
import { Connection } from './connection.adapter.js';
import { Erasures, type ErasedEvent } from './erasures.adapter.js';
import { EventIds } from './event-ids.adapter.js';
import { EventReader } from './event-reader.adapter.js';
import { EventWriter } from './event-writer.adapter.js';
import { Follower } from './follower.adapter.js';
import { Heads } from './heads.adapter.js';
import { Identity } from './identity.adapter.js';
import { LogPages } from './log-pages.adapter.js';
import { comparePositions } from './log-position.js';
import { Municipalities } from './municipalities.adapter.js';
import { defaultOptions, type EventStoreDbOptions } from './options.js';
import { RecordedTimes } from './recorded-times.js';
import { unlimited } from './read-request.adapter.js';
import type { RecordedEvent } from './recorded-event.js';
import { assertSealed } from './sealed-logs.adapter.js';
import { storedEventOf } from './stored-event.js';
import { StreamTails } from './stream-tails.adapter.js';

/** The log in EventStoreDB or KurrentDB (from version 22.10), for production and clusters. */
export class EventStoreDbEventStore extends EventStore {
  private readonly connection: Connection;
  private readonly reader: EventReader;
  private readonly municipalities: Municipalities;
  private readonly ids: EventIds;
  private readonly erasures: Erasures;
  private readonly tails: StreamTails;
  private readonly allHeads: Heads;
  private readonly logIdentity: Identity;
  private readonly pages: LogPages;
  private readonly appender: Appender;
  private readonly follower: Follower;
  private readonly hints = new ChangeHints();
  private readonly pending = new Set<Promise<unknown>>();
  private closed = false;

  private constructor(
    connectionString: string,
    private readonly options: EventStoreDbOptions,
    now: () => Date,
  ) {
    super();
    this.connection = new Connection(parseConnectionString(connectionString));
    const reader = new EventReader(this.connection, options);
    const writer = new EventWriter(this.connection, options);
    const times = new RecordedTimes();
    this.reader = reader;
    this.municipalities = new Municipalities(reader, writer);
    this.allHeads = new Heads(reader, this.municipalities);
    this.allHeads.onEvent((tenant, { recordedAt }) => times.note(tenant, recordedAt));
    this.ids = new EventIds(reader, writer, this.allHeads, options);
    this.erasures = new Erasures(reader, writer, options);
    this.tails = new StreamTails(reader);
    this.logIdentity = new Identity(reader, writer, options);
    this.pages = new LogPages(reader, this.erasures);
    const { tails, ids } = this;
    const means = { tails, reader, writer, ids, times, now: () => now().toISOString() };
    this.appender = new Appender(means, this.municipalities, options);
    this.follower = new Follower(this.connection, this.allHeads, this.hints, options);
  }

  /**
   * Opens the store. Throws ConnectionStringError where the string cannot be used, EventStoreUnavailableError where the
   * server cannot be reached or refuses the user, RetentionError where it is set to forget events of the log, and
   * UnsealedLogError where an earlier version has written it. `now` is asked once an append.
   */
  static async open(
    connectionString: string,
    options: Partial<EventStoreDbOptions> = {},
    now: () => Date = () => new Date(),
  ): Promise<EventStoreDbEventStore> {
    const store = new EventStoreDbEventStore(connectionString, { ...defaultOptions, ...options }, now);
    try {
      await store.allHeads.load();
      await assertSealed(store.municipalities, store.reader);
    } catch (error) {
      await store.close();
      throw error;
    }
    return store;
  }

  /**
   * The ids of an append without an idempotency key are fresh: where it names the revision that it follows too, nothing
   * needs to be looked up.
   */
  async append(append: Append): Promise<AppendResult> {
    const { expected, metadata } = append;
    const mayBeOld = metadata.requestHash !== null || expected === 'any' || expected === 'exists';
    return this.recorded(() => this.appender.append(encodeAppend(append, newSalt), mayBeOld));
  }

  restore(tenant: string, event: Omit<SealedEvent, 'position'>): Promise<AppendResult> {
    return this.recorded(() => this.appender.append(encodeRestored(tenant, event), false));
  }

  private async recorded(operation: () => Promise<AppendResult>): Promise<AppendResult> {
    const result = await this.asked(operation);
    if (result.outcome === 'appended') this.hints.hint();
    return result;
  }

  async *readStream(stream: StreamId, options: ReadStreamOptions = {}): AsyncGenerator<StoredEvent> {
    this.assertOpen();
    assertReadableStream(options);
    const { from, direction = 'forwards', limit = unlimited } = options;
    const erased = await this.erasures.of(stream.tenant);
    let last: RecordedEvent | undefined;
    let left = limit;
    const read = { stream: printStreamId(stream), direction, from, count: limit };
    for await (const event of this.reader.stream(read)) {
      last = event;
      left -= 1;
      yield storedEventOf(event, erased);
    }
    // Whoever reads a stream to its end is likely to append to it.
    if (last && left > 0 && direction === 'forwards') this.tails.noteLast(last);
  }

  readLog(tenant: string, options: ReadLogOptions): Promise<LogPage> {
    return this.asked(() => this.pages.read(tenant, options));
  }

  readSealed(tenant: string, options: ReadSealedOptions): Promise<SealedPage> {
    return this.asked(() => this.pages.readSealed(tenant, options));
  }

  /** Writes down what has been erased: from now on it is left out, and an operator can blank it on the server. */
  erase(tenant: string, eventIds: readonly string[]): Promise<number> {
    return this.asked(async () => {
      const open = await undecided(this.readStream({ tenant, name: erasureStream }), eventIds);
      if (open.length > 0) throw new NotDecidedError(open);
      const events: ErasedEvent[] = [];
      for (const id of new Set(eventIds)) {
        const { record } = (await this.find(tenant, id)) ?? {};
        if (!record || record.erased) continue;
        events.push({ id, stream: parseStreamId(record.stream).name, revision: record.revision });
      }
      await this.erasures.add(tenant, events);
      return events.length;
    });
  }

  findEvent(tenant: string, eventId: string): Promise<StoredEvent | null> {
    return this.asked(() => this.find(tenant, eventId));
  }

  private async find(tenant: string, eventId: string): Promise<StoredEvent | null> {
    if (!isUuid(eventId)) return null;
    const place =
      this.ids.find(tenant, eventId) ??
      (await this.ids.whileWhole(tenant, async () => this.ids.find(tenant, eventId)));
    if (!place) return null;
    const { stream: name, revision: from } = place;
    const erased = await this.erasures.of(tenant);
    const read = { stream: printStreamId({ tenant, name }), direction: 'forwards', from, count: 1 } as const;
    let found: StoredEvent | null = null;
    for await (const event of this.reader.stream(read)) found = storedEventOf(event, erased);
    return found;
  }

  heads(): Promise<readonly LogHead[]> {
    return this.asked(() => this.allHeads.current());
  }

  comparePositions(a: Position, b: Position): number {
    return comparePositions(a, b);
  }

  changes(signal: AbortSignal): AsyncIterable<void> {
    if (!this.closed) this.follower.start();
    return this.hints.changes(signal, this.options.pollIntervalMs);
  }

  async ping(): Promise<void> {
    await this.heads();
  }

  /** Which log this is: the same text for whoever opens it, another one for every other log. */
  identity(): Promise<string> {
    return this.asked(() => this.logIdentity.learn());
  }

  /** What was asked before is still answered, unless it is a stream that is being read. */
  async close(): Promise<void> {
    this.closed = true;
    this.hints.close();
    await this.follower.stop();
    await Promise.allSettled(this.pending);
    await this.connection.close();
  }

  private async asked<T>(operation: () => Promise<T>): Promise<T> {
    this.assertOpen();
    const answer = operation();
    this.pending.add(answer);
    try {
      return await answer;
    } finally {
      this.pending.delete(answer);
    }
  }

  private assertOpen(): void {
    if (this.closed) throw new EventStoreUnavailableError('The event store has been closed.');
  }
}
