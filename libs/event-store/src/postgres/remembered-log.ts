import type { Instant } from '#libs/kernel';
import type { EventPlace } from '../encoded-event.js';
import type { KnownEvent } from '../judge-append.js';

/** Where a stream ends. */
export interface StreamEnd {
  /** -1 where there is no such stream. */
  readonly revision: number;
  /** Of the last event's envelope, which the next one's names; null where there is none. */
  readonly hash: string | null;
}

/** Where a log ends. */
export interface LogEnd {
  /** 0 where the log is empty. */
  readonly position: number;
  /** When the last event was recorded; null where there is none. */
  readonly recordedAt: Instant | null;
  /** Its id: two logs that grew by as many events end at the same position, but with different ones. */
  readonly lastEvent: string | null;
}

type RememberedEvent = KnownEvent & EventPlace & { readonly id: string; readonly hash: string };

const maxStreams = 10_000;

/**
 * A municipality's log as its writer last saw it: where it ended, and where its streams did. They hold for as
 * long as the log still ends there, for then nobody else has written.
 */
export class RememberedLog {
  private readonly streams = new Map<string, StreamEnd>();
  private end: LogEnd | null = null;
  private isTrusted = true;

  /** That there is no such stream is remembered too. */
  get(stream: string): StreamEnd | undefined {
    return this.streams.get(stream);
  }

  /** Where the log most likely still ends. Null where nothing is remembered or others have been writing lately. */
  get likelyEnd(): LogEnd | null {
    return this.isTrusted ? this.end : null;
  }

  /** The log did not end where it was remembered to, so nothing that was remembered with that end holds. */
  distrust(): void {
    this.isTrusted = false;
    this.streams.clear();
  }

  /** The log ends here, for certain. What was remembered from another end is forgotten. */
  arriveAt(end: LogEnd): void {
    const isSame = this.end?.position === end.position && this.end.lastEvent === end.lastEvent;
    if (!isSame) this.streams.clear();
    this.isTrusted = isSame || this.end === null;
    this.end = end;
  }

  /** Takes in what was read at the end that was arrived at. */
  remember(ends: Iterable<readonly [stream: string, end: StreamEnd]>): void {
    for (const [stream, end] of ends) this.streams.set(stream, end);
  }

  /** The writer's own events stand behind the end now, or will once what has been sent is recorded. */
  advance(events: readonly RememberedEvent[]): void {
    const last = events.at(-1);
    if (last) {
      const { position, recordedAt, id: lastEvent } = last;
      this.end = { position: Number(position), recordedAt, lastEvent };
    }
    for (const { stream, revision, hash } of events) this.streams.set(stream, { revision, hash });
    if (this.streams.size > maxStreams) this.streams.clear();
  }

  forget(): void {
    this.streams.clear();
    this.end = null;
    this.isTrusted = true;
  }
}
