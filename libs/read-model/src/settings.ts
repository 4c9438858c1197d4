/** How the read models are kept up to date. Everything has a default; times are in milliseconds, sizes in events. */
export interface ReadModelSettings {
  /** Largest page of the log that is folded and written at once. */
  readonly pageSize: number;
  /** The same while rebuilding, where nobody waits for the single page. */
  readonly rebuildPageSize: number;
  /** Documents that a rebuild keeps in memory, in characters of JSON; the others are read back when needed. */
  readonly rebuildCacheSize: number;
  /** How many pages are folded and written at once in a process. */
  readonly concurrency: number;
  /** How long a municipality's read model is left to the runner that moved it last. Saves work, guards nothing. */
  readonly leaseMs: number;
  /** How often an event that cannot be taken in is tried before the read model halts. */
  readonly poisonAttempts: number;
  readonly poisonPauseMs: number;
  /** Pause after the first outage; it doubles with every further one, up to 5 s. */
  readonly outagePauseMs: number;
  /** How often somebody who waits looks again for what another process does. */
  readonly pollMs: number;
  /** How often a runner that nobody wakes looks whether there is work: after an outage, a retry, a lease run out. */
  readonly idleMs: number;
  /** How long a switch to a new generation may hold up those who read, and how often it is tried. */
  readonly switchWaitMs: number;
  readonly switchAttempts: number;
}

export const defaultSettings: ReadModelSettings = {
  pageSize: 1_000,
  rebuildPageSize: 5_000,
  rebuildCacheSize: 8_000_000,
  concurrency: 4,
  leaseMs: 2_000,
  poisonAttempts: 3,
  poisonPauseMs: 200,
  outagePauseMs: 200,
  pollMs: 100,
  idleMs: 1_000,
  switchWaitMs: 1_000,
  switchAttempts: 30,
};
