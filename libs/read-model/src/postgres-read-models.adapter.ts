import type { EventStore, Position } from '#libs/event-store';
import type { DocSelection, DomainEvent, Projection, StreamSelector } from '#libs/kernel';
import type { DataSource } from 'typeorm';
import { Advances } from './advances.adapter.js';
import { ReadModelHaltedError } from './errors.js';
import { foldAsOf } from './fold-as-of.js';
import { ReadModelBehindError, ReadModels, type ListOptions, type ReadOptions } from './read-models.js';
import type { DocQuery } from './select-docs.js';
import { readServingDocs } from './serving-docs.adapter.js';

export interface PostgresReadModelsOptions {
  /** How long a query waits for `afterPosition`, in milliseconds; 5,000 unless told. */
  readonly maxWaitMs?: number;
  /** How often a waiting query looks at the checkpoint, for what other processes do; 100 unless told. */
  readonly pollMs?: number;
  /** Told of every question which streams its answer is made of. */
  readonly onQuestion?: (tenant: string, sources: readonly StreamSelector[]) => void;
}

/**
 * Answers from the generation that serves. Where that was built by another version of the projection, or none has
 * been built yet, the log itself answers, as it does for every past time: slower, and never wrong. The log is never
 * behind itself, so `afterPosition` is met by then.
 */
export class PostgresReadModels extends ReadModels {
  private readonly maxWaitMs: number;
  private readonly pollMs: number;
  private readonly onQuestion: NonNullable<PostgresReadModelsOptions['onQuestion']>;

  constructor(
    private readonly dataSource: DataSource,
    private readonly store: EventStore,
    private readonly advances = new Advances(),
    { maxWaitMs = 5_000, pollMs = 100, onQuestion = () => undefined }: PostgresReadModelsOptions = {},
  ) {
    super();
    this.maxWaitMs = maxWaitMs;
    this.pollMs = pollMs;
    this.onQuestion = onQuestion;
  }

  async get<Doc, E extends DomainEvent>(
    projection: Projection<Doc, E>,
    tenant: string,
    key: string,
    options: ReadOptions = {},
  ): Promise<Doc | null> {
    const [doc] = await this.answer(projection, tenant, { key }, options);
    return doc ?? null;
  }

  async list<Doc, E extends DomainEvent>(
    projection: Projection<Doc, E>,
    tenant: string,
    selection: DocSelection,
    { afterSortKey, limit, ...options }: ListOptions = {},
  ): Promise<readonly Doc[]> {
    return this.answer(projection, tenant, { ...selection, afterSortKey, limit }, options);
  }

  private async answer<Doc, E extends DomainEvent>(
    projection: Projection<Doc, E>,
    tenant: string,
    query: DocQuery,
    { asOf, knownAt, afterPosition }: ReadOptions,
  ): Promise<readonly Doc[]> {
    // Throws InvalidPositionError for what is no position, before anybody waits for it.
    if (afterPosition !== undefined) this.store.comparePositions(afterPosition, afterPosition);
    this.onQuestion(tenant, projection.sources(query));
    const past = asOf !== undefined || knownAt !== undefined;
    // The log holds every position that it has given: a past time need not wait for anything.
    const current = past ? null : await this.current(projection, tenant, query, afterPosition);
    if (current) return current;
    return [...(await foldAsOf(this.store, projection, tenant, query, { asOf, knownAt })).values()];
  }

  /** Null where no generation of the projection's own version serves. */
  private async current<Doc, E extends DomainEvent>(
    projection: Projection<Doc, E>,
    tenant: string,
    query: DocQuery,
    afterPosition: Position | undefined,
  ): Promise<readonly Doc[] | null> {
    const { name, version } = projection;
    for (const deadline = Date.now() + this.maxWaitMs; ;) {
      const advances = this.advances.count(name, tenant);
      const serving = await readServingDocs(this.dataSource.manager, projection, tenant, query);
      if (serving.version !== version) return null;
      if (afterPosition === undefined || this.hasReached(serving.position, afterPosition)) {
        return serving.docs;
      }
      if (serving.status === 'halted') throw new ReadModelHaltedError(name, tenant);
      const leftMs = deadline - Date.now();
      if (leftMs <= 0) throw new ReadModelBehindError(name, afterPosition);
      await this.advances.beyond(advances, name, tenant, Math.min(this.pollMs, leftMs));
    }
  }

  private hasReached(position: Position | null, afterPosition: Position): boolean {
    return position !== null && this.store.comparePositions(position, afterPosition) >= 0;
  }
}
