import { setTimeout } from 'node:timers/promises';
import type { LogPage, Position, StoredEvent } from '#libs/event-store';
import type { EntityManager } from 'typeorm';
import { reads } from './any-projection.js';
import { afterFailure, afterSuccess, firstAttempt } from './attempt.js';
import type { Checkpoint } from './checkpoint.js';
import type { DocCache } from './doc-cache.js';
import { loadDocs } from './doc-table.adapter.js';
import { concernedKeys, foldPage, type WrittenDoc } from './fold-page.js';
import type { Generation } from './generation.js';
import { writeDeadLetter, writePage } from './page-write.adapter.js';
import { isPoison, messageOf } from './poison.adapter.js';

export interface PageProjectorOptions {
  /** Who moves the checkpoints. */
  readonly owner: string;
  /** How often an event that cannot be taken in is tried before the read model halts. */
  readonly poisonAttempts: number;
  /** Pause between those attempts, in milliseconds. */
  readonly poisonPauseMs: number;
}

/** Events in the order of the log, and the position that they reach. */
interface Taken {
  readonly events: readonly StoredEvent[];
  readonly position: Position | null;
}

/** Takes pages of the log into a generation of a read model. */
export class PageProjector {
  constructor(
    private readonly manager: EntityManager,
    private readonly options: PageProjectorOptions,
  ) {}

  /**
   * Folds a page that was read from the checkpoint on, and writes what it changes. Answers the checkpoint after it:
   * at the page's end, or halted before the first event that cannot be taken in. The cache holds documents as they
   * stand at the checkpoint, and afterwards as they stand at the one answered.
   * Throws TakenOverError where somebody else went on; then, as after any error, the cache is no longer to be used.
   */
  async project(
    generation: Generation,
    from: Checkpoint,
    page: LogPage,
    cache: DocCache,
  ): Promise<Checkpoint> {
    const { owner, poisonAttempts, poisonPauseMs } = this.options;
    const { length } = page.events;
    let checkpoint = from;
    let attempt = firstAttempt(length);
    do {
      const end = attempt.from + attempt.size;
      const events = page.events.slice(attempt.from, end);
      const position = end === length ? page.next : (events.at(-1)?.record.position ?? null);
      try {
        checkpoint = await this.take(generation, checkpoint, { events, position }, cache);
        attempt = afterSuccess(attempt, length);
      } catch (error) {
        const [event] = events;
        if (!event || !isPoison(error)) throw error;
        attempt = afterFailure(attempt);
        if (attempt.failures >= poisonAttempts) {
          const letter = { event, error: messageOf(error), attempts: attempt.failures, owner };
          return writeDeadLetter(this.manager, checkpoint, letter);
        }
        if (attempt.failures > 0) await setTimeout(poisonPauseMs);
      }
    } while (attempt.size > 0);
    return checkpoint;
  }

  private async take(
    generation: Generation,
    from: Checkpoint,
    { events, position }: Taken,
    cache: DocCache,
  ): Promise<Checkpoint> {
    const docs = await this.fold(generation, from.tenant, events, cache);
    const checkpoint = await this.write(generation, from, { events, position }, docs);
    for (const { key, doc, json } of docs) cache.set(key, doc, json.length);
    return checkpoint;
  }

  /**
   * What the events make of the documents, on top of those of the cache, and of the table where the cache has none.
   * `written`: resolves when the table holds what the cache may have let go of. Writes nothing.
   */
  async fold(
    generation: Generation,
    tenant: string,
    events: readonly StoredEvent[],
    cache: DocCache,
    written?: Promise<unknown>,
  ): Promise<WrittenDoc[]> {
    const { projection } = generation;
    const concerning = events.filter((event) => reads(projection, event));
    const keys = concernedKeys(projection, concerning);
    return foldPage(projection, await this.docsBefore(generation, tenant, keys, cache, written), concerning);
  }

  /** Writes documents, and moves the checkpoint past the events that they were made of. */
  write(generation: Generation, from: Checkpoint, { events, position }: Taken, docs: readonly WrittenDoc[]) {
    const step = { position, events: events.length, owner: this.options.owner };
    return writePage(this.manager, generation, from, step, docs);
  }

  private async docsBefore(
    generation: Generation,
    tenant: string,
    keys: ReadonlySet<string>,
    cache: DocCache,
    written: Promise<unknown> = Promise.resolve(),
  ): Promise<Map<string, unknown>> {
    const docs = new Map<string, unknown>();
    for (const key of keys) {
      // One by one: getting a document may push another out of the cache.
      if (cache.has(key)) docs.set(key, cache.get(key));
    }
    const missing = [...keys].filter((key) => !docs.has(key));
    if (missing.length === 0) return docs;
    await written;
    const loaded = await loadDocs(this.manager, generation, tenant, missing);
    for (const { key, json } of loaded) {
      const doc: unknown = JSON.parse(json);
      docs.set(key, doc);
      cache.set(key, doc, json.length);
    }
    return docs;
  }
}
