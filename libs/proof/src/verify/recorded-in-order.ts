import type { NamedEvent } from './failure.js';
import { named, type LoggedEvent } from './logged-event.js';

/** The first event that says that it was recorded before the one in front of it, and how many say so. */
export interface OutOfTime extends NamedEvent {
  readonly recordedAt: string;
  readonly previous: string;
  readonly count: number;
}

/**
 * Whether time goes on along the log. Where it does not, nothing is false: a store whose events are timed by several
 * processes has their clocks' differences in its log. It is told, since it may as well be a clock that somebody set.
 */
export class RecordedInOrder {
  private last = '';
  private first: Omit<OutOfTime, 'count'> | null = null;
  private count = 0;

  take(event: LoggedEvent): void {
    const { recordedAt } = event.envelope;
    if (recordedAt < this.last) {
      this.count += 1;
      this.first ??= { ...named(event), recordedAt, previous: this.last };
    }
    this.last = recordedAt;
  }

  /** Null where all are in order. */
  outOfTime(): OutOfTime | null {
    return this.first && { ...this.first, count: this.count };
  }
}
