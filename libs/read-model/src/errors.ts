/** No read model has this name. */
export class UnknownReadModelError extends Error {
  constructor(readonly readModel: string) {
    super(`There is no read model "${readModel}".`);
    this.name = 'UnknownReadModelError';
  }
}

/** The read model stopped for the municipality before the position, at an event that it cannot take in. */
export class ReadModelHaltedError extends Error {
  constructor(
    readonly readModel: string,
    readonly tenant: string,
  ) {
    super(
      `The read model "${readModel}" is halted for ${tenant}: it cannot take in an event; see its dead letters.`,
    );
    this.name = 'ReadModelHaltedError';
  }
}

/** Somebody, perhaps another process, is rebuilding the read model already. */
export class RebuildInProgressError extends Error {
  constructor(readonly readModel: string) {
    super(`The read model "${readModel}" is being rebuilt already.`);
    this.name = 'RebuildInProgressError';
  }
}

/** The rebuild was given up; what served before still serves. */
export class RebuildFailedError extends Error {
  constructor(
    readonly readModel: string,
    reason: string,
    options?: ErrorOptions,
  ) {
    super(`The read model "${readModel}" was not rebuilt: ${reason}`, options);
    this.name = 'RebuildFailedError';
  }
}

/** Somebody else moved the checkpoint; what was about to be written is not. */
export class TakenOverError extends Error {
  constructor(
    readonly readModel: string,
    readonly tenant: string,
  ) {
    super(`Somebody else has gone on with the read model "${readModel}" for ${tenant}.`);
    this.name = 'TakenOverError';
  }
}

/** The projection itself failed on an event: trying again cannot help until the code is another. */
export class FoldError extends Error {
  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.name = 'FoldError';
  }
}

/** What serves was built by another version of the projection, or nothing serves yet. */
export class OtherVersionServesError extends Error {
  constructor(
    readonly readModel: string,
    readonly servingVersion: number | null,
  ) {
    super(
      `The read model "${readModel}" is served by ${servingVersion === null ? 'nothing' : `version ${servingVersion}`} yet.`,
    );
    this.name = 'OtherVersionServesError';
  }
}
