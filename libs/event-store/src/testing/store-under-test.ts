import type { EventStore } from '../event-store.js';

/** A store whose log holds nothing of the municipalities that the contract makes up. */
export interface StoreUnderTest {
  readonly store: EventStore;
  /** Closes `store` and whatever it stands on. */
  close(): Promise<void>;
}

/**
 * What can be done to an adapter beyond its port. Each is left out where it makes no sense for the adapter; the stores
 * that are opened so are closed by the contract.
 */
export interface Capabilities<Opened extends StoreUnderTest> {
  /** Opens the same log as another process would. */
  readonly another?: (opened: Opened) => Promise<EventStore>;
  /** Another process's store, whose next append stands still once its place is taken and before anybody sees it. */
  readonly stall?: (opened: Opened) => Promise<StalledStore>;
  /** A store whose connection is cut in its next append, before or after the log has recorded it. */
  readonly cut?: (opened: Opened, moment: CutMoment) => Promise<EventStore>;
  /** Another process's store that never hears of what others append. */
  readonly deaf?: (opened: Opened) => Promise<EventStore>;
}

export type CutMoment = 'before it is recorded' | 'after it is recorded';

export interface StalledStore {
  readonly store: EventStore;
  /** Resolves once the append stands still. */
  readonly stalled: Promise<void>;
  readonly release: () => void;
}
