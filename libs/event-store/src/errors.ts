/** Some of an append's event ids are known, but not all of them, or not together in that stream. */
export class PartialOverlapError extends Error {
  constructor(readonly eventIds: readonly string[]) {
    super(
      `Events with the ids ${eventIds.join(', ')} are already recorded, but not as this append would record them.`,
    );
    this.name = 'PartialOverlapError';
  }
}

/** An event whose JSON is larger than the port allows. */
export class EventTooLargeError extends Error {
  constructor(
    readonly bytes: number,
    readonly maxBytes: number,
  ) {
    super(`An event of ${bytes} bytes is larger than the ${maxBytes} bytes that an event may have.`);
    this.name = 'EventTooLargeError';
  }
}

/** The store did not answer in time. Whether an append was recorded is settled by repeating it with the same ids. */
export class EventStoreUnavailableError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'EventStoreUnavailableError';
  }
}

/** An event that is restored would come before the log's last event, or later than now. */
export class RecordedAtError extends Error {
  constructor(
    readonly recordedAt: string,
    /** By the log's last event and by how far clocks may be apart; null where it has none. */
    readonly earliest: string | null,
    readonly latest: string,
  ) {
    super(`Recorded at ${recordedAt}, it cannot stand between ${earliest ?? 'the beginning'} and ${latest}.`);
    this.name = 'RecordedAtError';
  }
}

/** The text is not a position that this store gives. */
export class InvalidPositionError extends Error {
  constructor(readonly position: string) {
    super(`"${position}" is not a position in this log.`);
    this.name = 'InvalidPositionError';
  }
}

/** Events were to be erased that no recorded decision names. */
export class NotDecidedError extends Error {
  constructor(readonly eventIds: readonly string[]) {
    super(`No recorded decision erases the events ${eventIds.join(', ')}.`);
    this.name = 'NotDecidedError';
  }
}

/** An event that is restored does not continue what the log has. */
export class SealedElsewhereError extends Error {
  constructor(
    readonly sealed: string,
    readonly wouldBe: string,
  ) {
    super('An event that is restored was sealed behind other events than those that the log has.');
    this.name = 'SealedElsewhereError';
  }
}

/** An event that an earlier version recorded holds what cannot be sealed, so its log cannot be migrated. */
export class UnsealableEventError extends Error {
  constructor(
    readonly tenant: string,
    readonly position: string,
    options: ErrorOptions,
  ) {
    super(`Event ${position} of the log of ${tenant} cannot be sealed.`, options);
    this.name = 'UnsealableEventError';
  }
}

/** Logs that were begun by the version before envelopes, in a store where they cannot be sealed afterwards. */
export class UnsealedLogError extends Error {
  constructor(readonly municipalities: readonly string[]) {
    super(`The logs of ${municipalities.join(', ')} were written by an earlier version, without envelopes.`);
    this.name = 'UnsealedLogError';
  }
}
