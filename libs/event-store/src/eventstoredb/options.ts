/** The store's patience, in milliseconds, and its memory. */
export interface EventStoreDbOptions {
  /** How long an operation is tried again before the store counts as unavailable; 10,000 unless told. */
  readonly deadlineMs: number;
  /** How long the first attempt to append may take; each further one may take twice as long; 2,000 unless told. */
  readonly attemptMs: number;
  /** How long the server may look through its log without finding anything; 60,000 unless told. */
  readonly scanSilenceMs: number;
  /** How often `changes` hints at the least, and how old may be what is known of erasures; 1,000 unless told. */
  readonly pollIntervalMs: number;
  /** How many events' ids are remembered of all municipalities together; 5,000,000 unless told. */
  readonly maxIndexedEvents: number;
  /** How much of event ids is written down at a time, in bytes; 500,000 unless told, and below what a server takes. */
  readonly segmentBytes: number;
}

export const defaultOptions: EventStoreDbOptions = {
  deadlineMs: 10_000,
  attemptMs: 2_000,
  scanSilenceMs: 60_000,
  pollIntervalMs: 1_000,
  maxIndexedEvents: 5_000_000,
  segmentBytes: 500_000,
};
