import type { Position } from '#libs/event-store';
import type { LoggedEvent } from './logged-event.js';

/** A page of the log as it is answered. */
export interface LogAnswer<Item = LoggedEvent> {
  readonly items: readonly Item[];
  /** Give it as `after` to go on, also later for what is recorded meanwhile; null where nothing is recorded at all. */
  readonly next: Position | null;
  /** True where nothing more qualified when the page was read. */
  readonly atEnd: boolean;
}
