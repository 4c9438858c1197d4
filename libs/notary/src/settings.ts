/** How a notary works. Everything has a default; times are in milliseconds, sizes in events. */
export interface NotarySettings {
  /** Largest page of the log that is notarised in one transaction. */
  readonly pageSize: number;
  /** A log that has grown is signed when so many events have come since it was signed last … */
  readonly signAfterEvents: number;
  /** … or so much time has passed. */
  readonly signAfterMs: number;
  /** How often a log that does not grow is held against what was notarised of it. */
  readonly lookAgainMs: number;
  /** How often a notary that nobody wakes looks whether there is work. */
  readonly idleMs: number;
  /** Pause after the first outage; it doubles with every further one, up to 5 s. */
  readonly outagePauseMs: number;
  /** Pause after a cosigner failed first; it doubles with every further failure, up to a minute. */
  readonly cosignerPauseMs: number;
}

export const defaultSettings: NotarySettings = {
  pageSize: 1_000,
  signAfterEvents: 256,
  signAfterMs: 60_000,
  lookAgainMs: 60_000,
  idleMs: 1_000,
  outagePauseMs: 200,
  cosignerPauseMs: 1_000,
};
