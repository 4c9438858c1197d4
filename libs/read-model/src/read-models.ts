import type { AsOf, DocSelection, DomainEvent, Projection } from '#libs/kernel';

export interface ReadOptions extends AsOf {
  /**
   * Wait until the read model has this position, at most 5 s; then {@link ReadModelBehindError}. A read model that has
   * halted before it fails at once (ReadModelHaltedError), as does what is no position (InvalidPositionError). Where
   * the log itself answers there is nothing to wait for: it holds every position that it has given.
   */
  readonly afterPosition?: string;
}

export interface ListOptions extends ReadOptions {
  /** Only documents whose sort key comes after this one. */
  readonly afterSortKey?: string;
  readonly limit?: number;
}

/**
 * Answers queries: from the read model where it is now that is asked for, and by the same fold over the events that
 * qualify where `asOf` or `knownAt` is given. The abstract class is also the injection token.
 */
export abstract class ReadModels {
  /** The document, or null where no event concerns it. */
  abstract get<Doc, E extends DomainEvent>(
    projection: Projection<Doc, E>,
    tenant: string,
    key: string,
    options?: ReadOptions,
  ): Promise<Doc | null>;

  /** The documents of a committee, of a year where one is given, in the order of their sort keys. */
  abstract list<Doc, E extends DomainEvent>(
    projection: Projection<Doc, E>,
    tenant: string,
    selection: DocSelection,
    options?: ListOptions,
  ): Promise<readonly Doc[]>;
}

/** The read model did not reach the position in time. What was recorded is safe; asking again later helps. */
export class ReadModelBehindError extends Error {
  constructor(
    readonly readModel: string,
    readonly position: string,
  ) {
    super(`The read model "${readModel}" has not reached position ${position} yet.`);
    this.name = 'ReadModelBehindError';
  }
}
