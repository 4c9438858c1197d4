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
import { InMemoryLog } from './in-memory-log.js';
import { assertReadable, assertReadableStream } from './log-filter.js';
import { newSalt } from './salts.adapter.js';

/** The log in this process's memory: every promise of the port except that it outlives the process. For tests. */
export class InMemoryEventStore extends EventStore {
  private readonly logs = new Map<string, InMemoryLog>();
  private readonly hints = new ChangeHints();
  private closed = false;

  /** `now` is asked once an append; where the clock goes back, `recordedAt` stands still. */
  constructor(private readonly now: () => Date = () => new Date()) {
    super();
  }

  async append(append: Append): Promise<AppendResult> {
    return this.record(encodeAppend(append, newSalt));
  }

  async restore(tenant: string, event: Omit<SealedEvent, 'position'>): Promise<AppendResult> {
    return this.record(encodeRestored(tenant, event));
  }

  private record(append: EncodedAppend): AppendResult {
    this.assertOpen();
    const { tenant } = append.stream;
    const log = this.logs.get(tenant) ?? new InMemoryLog();
    this.logs.set(tenant, log);
    const result = log.append(append, this.now().toISOString());
    if (result.outcome === 'appended') this.hints.hint();
    return result;
  }

  async erase(tenant: string, eventIds: readonly string[]): Promise<number> {
    this.assertOpen();
    const open = await undecided(this.readStream({ tenant, name: erasureStream }), eventIds);
    if (open.length > 0) throw new NotDecidedError(open);
    return this.logs.get(tenant)?.erase(eventIds) ?? 0;
  }

  async *readStream(
    { tenant, name }: StreamId,
    options: ReadStreamOptions = {},
  ): AsyncGenerator<StoredEvent> {
    this.assertOpen();
    assertReadableStream(options);
    yield* this.logs.get(tenant)?.readStream(name, options) ?? [];
  }

  async readLog(tenant: string, options: ReadLogOptions): Promise<LogPage> {
    this.assertOpen();
    assertReadable(options.limit, options.filter);
    return (this.logs.get(tenant) ?? new InMemoryLog()).readPage(options);
  }

  async readSealed(tenant: string, options: ReadSealedOptions): Promise<SealedPage> {
    this.assertOpen();
    assertReadable(options.limit);
    return (this.logs.get(tenant) ?? new InMemoryLog()).readSealed(options);
  }

  async findEvent(tenant: string, eventId: string): Promise<StoredEvent | null> {
    this.assertOpen();
    return this.logs.get(tenant)?.find(eventId) ?? null;
  }

  async heads(): Promise<readonly LogHead[]> {
    this.assertOpen();
    const heads = [...this.logs].map(([tenant, { head: position }]) => ({ tenant, position }));
    return heads.filter((head): head is LogHead => head.position !== null);
  }

  comparePositions(a: Position, b: Position): number {
    return compareDensePositions(a, b);
  }

  changes(signal: AbortSignal): AsyncIterable<void> {
    return this.hints.changes(signal);
  }

  async ping(): Promise<void> {
    this.assertOpen();
  }

  async close(): Promise<void> {
    this.closed = true;
    this.hints.close();
  }

  private assertOpen(): void {
    if (this.closed) throw new EventStoreUnavailableError('The event store has been closed.');
  }
}
