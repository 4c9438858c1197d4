import { printStreamId, type StreamId } from '#libs/kernel';
import { ChangeHints } from '../change-hints.adapter.js';
import { encodeAppend } from '../encoded-append.js';
import { EventStoreUnavailableError } from '../errors.js';
import {
  EventStore,
  type Append,
  type AppendResult,
  type LogHead,
  type LogPage,
  type Position,
  type ReadLogOptions,
  type ReadStreamOptions,
  type StoredEvent,
} from '../event-store.js';
import { assertReadableStream } from '../log-filter.js';
import { isUuid } from '../storable-text.js';
import { Appender } from './appender.adapter.js';
import { parseConnectionString } from './connection-string.js';
import { Connection } from './connection.adapter.js';
import { CopiedTimes } from './copied-times.adapter.js';
import { EventIds } from './event-ids.adapter.js';
import { EventReader } from './event-reader.adapter.js';
import { EventWriter } from './event-writer.adapter.js';
import { Follower } from './follower.adapter.js';
import { Heads } from './heads.adapter.js';
import { Identity } from './identity.adapter.js';
import { LogPages } from './log-pages.adapter.js';
import { comparePositions } from './log-position.js';
import { LogReader } from './log-reader.adapter.js';
import { Municipalities } from './municipalities.adapter.js';
import { defaultOptions, type EventStoreDbOptions } from './options.js';
import { RecordedTimes } from './recorded-times.js';
import { unlimited } from './read-request.adapter.js';
import { TailReader } from './stream-tail.adapter.js';

/** The log in EventStoreDB or KurrentDB (from version 22.10), for production and clusters. */
export class EventStoreDbEventStore extends EventStore {
  private readonly connection: Connection;
  private readonly reader: LogReader;
  private readonly ids: EventIds;
  private readonly tails: TailReader;
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
  ) {
    super();
    this.connection = new Connection(parseConnectionString(connectionString));
    const reader = new EventReader(this.connection, options);
    const writer = new EventWriter(this.connection, options);
    const municipalities = new Municipalities(reader, writer);
    this.reader = new LogReader(reader);
    this.ids = new EventIds(reader, writer);
    const times = new RecordedTimes();
    this.allHeads = new Heads(reader, municipalities, times);
    this.logIdentity = new Identity(reader, writer, options);
    this.pages = new LogPages(this.reader);
    this.tails = new TailReader(this.reader);
    this.appender = new Appender(
      this.tails,
      writer,
      this.ids,
      municipalities,
      new CopiedTimes(this.reader),
      times,
      options,
    );
    this.follower = new Follower(this.connection, this.allHeads, this.hints, options);
  }

  /**
   * Opens the store. Throws ConnectionStringError where the string cannot be used, EventStoreUnavailableError where the
   * server cannot be reached or refuses the user, and RetentionError where it is set to forget events of the log.
   */
  static async open(
    connectionString: string,
    options: Partial<EventStoreDbOptions> = {},
  ): Promise<EventStoreDbEventStore> {
    const store = new EventStoreDbEventStore(connectionString, { ...defaultOptions, ...options });
    try {
      await store.allHeads.load();
    } catch (error) {
      await store.close();
      throw error;
    }
    store.follower.start();
    return store;
  }

  async append(append: Append): Promise<AppendResult> {
    const result = await this.asked(() => this.appender.append(encodeAppend(append)));
    if (result.outcome === 'appended') this.hints.hint();
    return result;
  }

  async *readStream(stream: StreamId, options: ReadStreamOptions = {}): AsyncGenerator<StoredEvent> {
    this.assertOpen();
    assertReadableStream(options);
    const { from, direction = 'forwards', limit = unlimited } = options;
    const read = { stream: printStreamId(stream), direction, from, count: limit };
    for await (const { event } of this.reader.stream(read)) yield event;
  }

  readLog(tenant: string, options: ReadLogOptions): Promise<LogPage> {
    return this.asked(() => this.pages.read(tenant, options));
  }

  findEvent(tenant: string, eventId: string): Promise<StoredEvent | null> {
    return this.asked(() => this.find(tenant, eventId));
  }

  private async find(tenant: string, eventId: string): Promise<StoredEvent | null> {
    const claim = isUuid(eventId) ? await this.ids.find(tenant, eventId) : null;
    if (claim === null) return null;
    const stream = printStreamId({ tenant, name: claim.stream });
    const { events } = await this.tails.behind(stream, claim.behind, [eventId]);
    const from = events.get(eventId)?.revision;
    if (from === undefined) return null;
    let found: StoredEvent | null = null;
    const read = { stream, direction: 'forwards', from, count: 1 } as const;
    for await (const { event } of this.reader.stream(read)) found = event;
    return found;
  }

  heads(): Promise<readonly LogHead[]> {
    return this.asked(() => this.allHeads.current());
  }

  comparePositions(a: Position, b: Position): number {
    return comparePositions(a, b);
  }

  changes(signal: AbortSignal): AsyncIterable<void> {
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
