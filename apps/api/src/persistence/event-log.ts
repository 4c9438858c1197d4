import type { EventStore } from '#libs/event-store';

/** An event store that answers. */
export interface EventLog {
  readonly store: EventStore;
  /** Which log it is, wherever it is reached: another one has another name. */
  readonly name: string;
}
