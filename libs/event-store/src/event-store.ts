import type { Actor, DomainEvent, Instant, PlainDate, Recorded, StreamId, Warning } from '#libs/kernel';

/** An event that is to be appended. */
export interface NewEvent {
  /** UUID. Appending the same ids again answers what was answered the first time. */
  readonly id: string;
  readonly event: DomainEvent;
  readonly schemaVersion: number;
}

/** Who appends, and on behalf of which command. The same for all events of one append. */
export interface AppendMetadata {
  readonly actor: Actor;
  /** UUID of the command. */
  readonly commandId: string;
  readonly correlationId: string;
  readonly causationId: string | null;
  /** SHA-256 (hex) of what was asked for, so that a reused idempotency key can be told from a retry; null without one. */
  readonly requestHash: string | null;
  /** What the recorder was warned of: a retry is answered with the same warnings. */
  readonly warnings: readonly Warning[];
}

/**
 * What the stream must look like: `any` way, not there (`noStream`), there (`exists`), or with exactly this last
 * revision (zero-based).
 */
export type ExpectedRevision = 'any' | 'noStream' | 'exists' | number;

export interface Append {
  readonly stream: StreamId;
  readonly expected: ExpectedRevision;
  /** One or more; they are recorded together or not at all. */
  readonly events: readonly NewEvent[];
  readonly metadata: AppendMetadata;
}

/** Place in a municipality's log: opaque text, compared only through {@link EventStore.comparePositions}. */
export type Position = string;

export type AppendResult =
  | {
      /** `duplicate`: these very events stood in the stream already; the facts are those of the first append. */
      readonly outcome: 'appended' | 'duplicate';
      /** Revision and position of the last of the events. */
      readonly revision: number;
      readonly position: Position;
      readonly recordedAt: Instant;
    }
  /** Nothing was appended. `actualRevision` is -1 where there is no such stream. */
  | { readonly outcome: 'conflict'; readonly actualRevision: number };

export interface ReadStreamOptions {
  /** First revision to read, inclusive; from the start (or the end, backwards) where it is left out. */
  readonly from?: number;
  readonly direction?: 'forwards' | 'backwards';
  readonly limit?: number;
}

/** Every given condition must hold. */
export interface LogFilter {
  /** A stream's whole name, without the tenant. */
  readonly stream?: string;
  /** The stream's name begins so, e.g. `budget-SN.`. */
  readonly streamPrefix?: string;
  readonly types?: readonly string[];
  readonly actorId?: string;
  /** Printed form, `SN 2023-09-19, § 46`. */
  readonly citation?: string;
  readonly commandId?: string;
  /** Inclusive bounds. */
  readonly effectiveFrom?: PlainDate;
  readonly effectiveTo?: PlainDate;
  readonly recordedFrom?: Instant;
  readonly recordedTo?: Instant;
}

export interface ReadLogOptions {
  /** Exclusive: the first event after this position; from the start (or the end, backwards) where it is left out. */
  readonly after?: Position;
  readonly direction?: 'forwards' | 'backwards';
  /** 1 to {@link maxPageSize}. */
  readonly limit: number;
  readonly filter?: LogFilter;
}

export const maxPageSize = 10_000;

/** A page of the log. */
export interface LogPage {
  readonly events: readonly StoredEvent[];
  /**
   * Where to go on reading from: at least the last event's position, further where what followed was filtered out.
   * Null where the log is empty and no position was given.
   */
  readonly next: Position | null;
  /** True where nothing qualified beyond this page when it was read. */
  readonly atEnd: boolean;
}

/** As it stands in the log. */
export type StoredEvent = Recorded & {
  readonly record: { readonly requestHash: string | null; readonly warnings: readonly Warning[] };
};

/**
 * An event as it is proved: the envelope that binds it to its place, and the content that the envelope's hash was made
 * of. The texts are those that were stored, to the byte.
 */
export interface SealedEvent {
  readonly position: Position;
  readonly envelope: string;
  /** Null where it has been erased, or was not asked for. */
  readonly content: string | null;
  /** 32 hex digits; null together with the content. */
  readonly salt: string | null;
}

export interface ReadSealedOptions extends Pick<ReadLogOptions, 'after' | 'limit'> {
  /** False where the envelopes are enough. */
  readonly contents?: boolean;
}

export interface SealedPage extends Pick<LogPage, 'next' | 'atEnd'> {
  readonly events: readonly SealedEvent[];
}

export interface LogHead {
  readonly tenant: string;
  readonly position: Position;
}

/**
 * The log of every municipality, behind one port.
 *
 * Promises: appends to a stream are atomic and in order; within a municipality an event becomes visible only after
 * every event with a lower position, so that a reader who remembers the last position it has seen misses nothing;
 * `recordedAt` never decreases within a stream, nor along a municipality's log (in EventStoreDB, and in what was
 * restored from there, by no more than the clocks of two processes are apart); an append whose answer was lost may be
 * repeated with the same ids and is then answered as the first one.
 *
 * The abstract class is also the injection token.
 */
export abstract class EventStore {
  /**
   * Appends one command's events. Throws {@link PartialOverlapError} where only some of the ids are known or they
   * stand elsewhere, {@link EventTooLargeError} above {@link maxEventBytes}, and {@link EventStoreUnavailableError}
   * where the outcome could not be learnt in time. Seals every event: its envelope names the one before it in the
   * stream and a salted hash of its content.
   */
  abstract append(append: Append): Promise<AppendResult>;

  /**
   * For copying a log alone: appends an event as it was sealed in another log of the same municipality, with its time
   * and its proof. `duplicate` where it stands there already. Throws {@link RecordedAtError} where it would come
   * before the log's last event or later than now, and {@link SealedElsewhereError} where it does not continue its
   * stream.
   */
  abstract restore(tenant: string, event: Omit<SealedEvent, 'position'>): Promise<AppendResult>;

  /** The events of one stream; none where there is no such stream. */
  abstract readStream(stream: StreamId, options?: ReadStreamOptions): AsyncIterable<StoredEvent>;

  abstract readLog(tenant: string, options: ReadLogOptions): Promise<LogPage>;

  /** The log as it is proved, in its order. */
  abstract readSealed(tenant: string, options: ReadSealedOptions): Promise<SealedPage>;

  /**
   * Destroys the contents and salts of events for good; their envelopes stay. Only those are erased that a recorded
   * event of the type `EventsErased` names (see `erasure.ts`); throws {@link NotDecidedError} where one is not named,
   * and erases none. Erasing again changes nothing. Answers how many were erased now.
   */
  abstract erase(tenant: string, eventIds: readonly string[]): Promise<number>;

  /** The event with this id, or null. */
  abstract findEvent(tenant: string, eventId: string): Promise<StoredEvent | null>;

  /** The last position of every municipality that has events. */
  abstract heads(): Promise<readonly LogHead[]>;

  /** Below 0 where `a` comes before `b` in the log, above 0 after, 0 where they are the same. */
  abstract comparePositions(a: Position, b: Position): number;

  /**
   * Yields once at the start, then whenever something may have been appended (a hint that comes soon after the
   * append, never later than the poll interval) until the signal is aborted.
   */
  abstract changes(signal: AbortSignal): AsyncIterable<void>;

  /** Answers when the store can be read; throws EventStoreUnavailableError where it cannot. */
  abstract ping(): Promise<void>;

  abstract close(): Promise<void>;
}

/** The largest content of an event as UTF-8. EventStoreDB takes appends below 1 MiB. */
export const maxEventBytes = 900_000;
