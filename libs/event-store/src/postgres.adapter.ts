import { randomUUID } from 'node:crypto';
import type { StreamId } from '#libs/kernel';
import { ChangeHints } from './change-hints.adapter.js';
import { compareDensePositions } from './dense-position.js';
import { encodeAppend, encodeRestored, type EncodedAppend } from './encoded-append.js';
import { erasureStream, undecided } from './erasure.js';
import { EventStoreUnavailableError, NotDecidedError } from './errors.js';
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
} from './event-store.js';
import { assertReadable, assertReadableStream } from './log-filter.js';
import { Connections } from './postgres/connections.adapter.js';
import { eraseContents } from './postgres/erase-contents.adapter.js';
import { Listener } from './postgres/listener.adapter.js';
import { MunicipalityWriter } from './postgres/municipality-writer.adapter.js';
import { Notifier } from './postgres/notifier.adapter.js';
import { settingsOf, type PostgresEventStoreOptions, type Settings } from './postgres/options.adapter.js';
import { unavailable } from './postgres/outage.js';
import { Queries } from './postgres/queries.adapter.js';
import { LogReader } from './postgres/reader.adapter.js';
import { newSalt } from './salts.adapter.js';

/** As whom the store reaches its database. */
export interface Privileges {
  readonly role: string;
  /** True where nothing but a trigger keeps the store's own connections from changing what was recorded. */
  readonly mayChangeEvents: boolean;
}

/**
 * The log in PostgreSQL, in the schema that {@link eventStoreMigrations} create. Connects when it is first used.
 * Any number of processes may use one database.
 */
export class PostgresEventStore extends EventStore {
  private readonly settings: Settings;
  private readonly connections: Connections;
  private readonly queries: Queries;
  private readonly reader: LogReader;
  private readonly listener: Listener;
  private readonly notifier: Notifier;
  private readonly hints = new ChangeHints();
  private readonly writers = new Map<string, MunicipalityWriter>();
  private closing: Promise<void> | null = null;

  /** `now` is asked once a batch; where the clock goes back, `recordedAt` stands still. */
  constructor(
    options: PostgresEventStoreOptions,
    private readonly now: () => Date = () => new Date(),
  ) {
    super();
    this.settings = settingsOf(options);
    this.connections = new Connections(this.settings);
    this.queries = new Queries(this.connections.readers);
    this.reader = new LogReader(this.queries);
    const self = randomUUID();
    this.listener = new Listener(this.settings.connection, self, () => this.hints.hint());
    this.notifier = new Notifier(this.connections.readers, self);
  }

  async append(append: Append): Promise<AppendResult> {
    return this.record(encodeAppend(append, newSalt));
  }

  async restore(tenant: string, event: Omit<SealedEvent, 'position'>): Promise<AppendResult> {
    return this.record(encodeRestored(tenant, event));
  }

  private record(append: EncodedAppend): Promise<AppendResult> {
    this.assertOpen();
    return this.writer(append.stream.tenant).append(append);
  }

  async erase(tenant: string, eventIds: readonly string[]): Promise<number> {
    this.assertOpen();
    const open = await undecided(this.readStream({ tenant, name: erasureStream }), eventIds);
    if (open.length > 0) throw new NotDecidedError(open);
    return eraseContents(this.connections.readers, tenant, eventIds);
  }

  private writer(tenant: string): MunicipalityWriter {
    const existing = this.writers.get(tenant);
    if (existing) return existing;
    const now = () => this.now().toISOString();
    const writer = new MunicipalityWriter(tenant, this.connections, this.settings, now, () => {
      this.hints.hint();
      this.notifier.soon();
    });
    this.writers.set(tenant, writer);
    return writer;
  }

  async *readStream(stream: StreamId, options: ReadStreamOptions = {}): AsyncGenerator<StoredEvent> {
    this.assertOpen();
    assertReadableStream(options);
    yield* this.reader.readStream(stream, options);
  }

  async readLog(tenant: string, options: ReadLogOptions): Promise<LogPage> {
    this.assertOpen();
    assertReadable(options.limit, options.filter);
    return this.reader.readLog(tenant, options);
  }

  async readSealed(tenant: string, options: ReadSealedOptions): Promise<SealedPage> {
    this.assertOpen();
    assertReadable(options.limit);
    return this.reader.readSealed(tenant, options);
  }

  async findEvent(tenant: string, eventId: string): Promise<StoredEvent | null> {
    this.assertOpen();
    return this.reader.findEvent(tenant, eventId);
  }

  async heads(): Promise<readonly LogHead[]> {
    this.assertOpen();
    return this.reader.heads();
  }

  comparePositions(a: Position, b: Position): number {
    return compareDensePositions(a, b);
  }

  changes(signal: AbortSignal): AsyncIterable<void> {
    if (!this.closing) this.listener.start();
    return this.hints.changes(signal, this.settings.pollIntervalMs);
  }

  async ping(): Promise<void> {
    this.assertOpen();
    try {
      await this.queries.rows({ text: 'SELECT FROM event_store.log_head LIMIT 1' });
    } catch (error) {
      throw unavailable(error);
    }
  }

  /** Whether the connections have been stripped of the right to change events, as they should be. */
  async privileges(): Promise<Privileges> {
    this.assertOpen();
    const text = `
      SELECT current_user AS role, bool_or(has_table_privilege('event_store.event', privilege)) AS "mayChangeEvents"
      FROM unnest(ARRAY['UPDATE', 'DELETE', 'TRUNCATE']) AS privilege`;
    const [privileges] = await this.queries.rows<Privileges & Record<string, unknown>>({ text });
    if (!privileges) throw new EventStoreUnavailableError('The database does not tell who is connected.');
    return privileges;
  }

  /** Answers the appends that wait, then lets go of every connection. */
  close(): Promise<void> {
    this.closing ??= this.end();
    return this.closing;
  }

  private async end(): Promise<void> {
    await Promise.all([...this.writers.values()].map((writer) => writer.idle()));
    this.hints.close();
    await Promise.all([this.notifier.close(), this.listener.close()]);
    await this.connections.close();
  }

  private assertOpen(): void {
    if (this.closing) throw new EventStoreUnavailableError('The event store has been closed.');
  }
}
