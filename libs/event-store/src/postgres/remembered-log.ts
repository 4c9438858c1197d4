import type { Instant } from '#libs/kernel';
import type { EventPlace } from '../encoded-event.js';
import type { KnownEvent } from '../judge-append.js';

/** Where a log ends. */
export interface LogEnd {
  /** 0 where the log is empty. */
  readonly position: number;
  /** When the last event was recorded; null where there is none. */
  readonly recordedAt: Instant | null;
}

const maxStreams = 10_000;

/**
 * A municipality's log as its writer last saw it: where it ended, and the last revisions of streams. They hold for as
 * long as the log still ends there, for then nobody else has written.
 */
export class RememberedLog {
  private readonly revisions = new Map<string, number>();
  private end: LogEnd | null = null;
  private isTrusted = true;

  /** -1 is remembered too: there is no such stream. */
  get(stream: string): number | undefined {
    return this.revisions.get(stream);
  }

  /** Where the log most likely still ends. Null where nothing is remembered or others have been writing lately. */
  get likelyEnd(): LogEnd | null {
    return this.isTrusted ? this.end : null;
  }

  /** The log did not end where it was remembered to. */
  distrust(): void {
    this.isTrusted = false;
  }

  /** The log ends here, for certain. What was remembered from another end is forgotten. */
  arriveAt(end: LogEnd): void {
    const isSame = this.end?.position === end.position;
    if (!isSame) this.revisions.clear();
    this.isTrusted = isSame || this.end === null;
    this.end = end;
  }

  /** Takes in what was read at the end that was arrived at. */
  remember(revisions: Iterable<readonly [stream: string, revision: number]>): void {
    for (const [stream, revision] of revisions) this.revisions.set(stream, revision);
  }

  /** The writer's own events stand behind the end now. */
  advance(events: readonly (KnownEvent & EventPlace)[]): void {
    const last = events.at(-1);
    if (last) this.end = { position: Number(last.position), recordedAt: last.recordedAt };
    for (const { stream, revision } of events) this.revisions.set(stream, revision);
    if (this.revisions.size > maxStreams) this.revisions.clear();
  }

  forget(): void {
    this.revisions.clear();
    this.end = null;
    this.isTrusted = true;
  }
}
