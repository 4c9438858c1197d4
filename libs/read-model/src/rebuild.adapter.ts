import { setTimeout } from 'node:timers/promises';
import type { EventStore } from '#libs/event-store';
import type { Projection } from '#libs/kernel';
import type { DataSource, EntityManager } from 'typeorm';
import { finishTable } from './doc-table.adapter.js';
import { RebuildFailedError, RebuildInProgressError } from './errors.js';
import { fillGeneration, type FillOptions } from './generation-fill.adapter.js';
import {
  abandonGeneration,
  dropUnusedTables,
  holdServing,
  isLockTimeout,
  lockRebuild,
  openGeneration,
  serve,
  unlockRebuild,
} from './generation-switch.adapter.js';
import type { Generation } from './generation.js';
import type { PageProjector } from './page-projector.adapter.js';
import type { ReadModelSettings } from './settings.js';

export interface RebuildOptions {
  /** Told after every page how many events have been folded, of about how many (null: nobody has counted them yet). */
  readonly onProgress?: (progress: RebuildProgress) => void;
  /** Gives the rebuild up. */
  readonly signal?: AbortSignal;
}

export interface RebuildProgress {
  readonly events: number;
  readonly total: number | null;
}

export interface RebuildMeans {
  readonly store: EventStore;
  readonly dataSource: DataSource;
  readonly projector: PageProjector;
  readonly settings: ReadModelSettings;
}

/** Builds a new generation of a read model beside the one that serves, and switches when it has caught up. */
export class Rebuilder {
  constructor(private readonly means: RebuildMeans) {}

  /**
   * Throws RebuildInProgressError where somebody else is at it, and RebuildFailedError where it met an event that it
   * cannot take in although what serves was built by the same version. After any error what served before still
   * serves, and the next rebuild starts afresh.
   */
  async rebuild(projection: Projection<unknown>, options: RebuildOptions = {}): Promise<void> {
    const session = this.means.dataSource.createQueryRunner();
    try {
      if (!(await lockRebuild(session.manager, projection.name))) {
        throw new RebuildInProgressError(projection.name);
      }
      try {
        await this.build(session.manager, projection, options);
      } finally {
        // Where the connection is lost, so is the lock.
        await unlockRebuild(session.manager, projection.name).catch(() => undefined);
      }
    } finally {
      await session.release();
    }
  }

  private async build(
    session: EntityManager,
    projection: Projection<unknown>,
    { onProgress, signal }: RebuildOptions,
  ): Promise<void> {
    const { name } = projection;
    const { switchWaitMs } = this.means.settings;
    const generation = await openGeneration(session, projection);
    await dropUnusedTables(session, name, switchWaitMs);
    try {
      const total = await eventsServed(session, name);
      const fill = { signal, onProgress: (events: number) => onProgress?.({ events, total }) };
      await this.fill(generation, fill);
      await finishTable(session, generation);
      await this.switchTo(session, generation, fill);
    } catch (error) {
      // Where this fails as well, the next rebuild clears away what is left.
      await abandonGeneration(this.means.dataSource.manager, generation).catch(() => undefined);
      throw error;
    } finally {
      await dropUnusedTables(this.means.dataSource.manager, name, switchWaitMs).catch(() => undefined);
    }
  }

  /** Tries again where somebody reads the view for long, a backup perhaps: others shall not queue behind the switch. */
  private async switchTo(session: EntityManager, generation: Generation, fill: FillOptions): Promise<void> {
    const { switchAttempts, switchWaitMs } = this.means.settings;
    for (let attempt = 1; ; attempt += 1) {
      try {
        await session.transaction((transaction) => this.switchIn(transaction, generation, fill));
        return;
      } catch (error) {
        if (!isLockTimeout(error) || attempt >= switchAttempts) throw error;
      }
      await setTimeout(switchWaitMs, undefined, { signal: fill.signal });
    }
  }

  /**
   * Holds what serves where it is, folds what the log has beyond the new generation, and switches. Whoever has read
   * from the former generation therefore never sees an earlier state in the new one.
   */
  private async switchIn(
    transaction: EntityManager,
    generation: Generation,
    fill: FillOptions,
  ): Promise<void> {
    const { name, version } = generation.projection;
    const { servingVersion } = await holdServing(transaction, name);
    const halted = await this.fill(generation, fill);
    if (halted.length > 0 && servingVersion === version) {
      throw new RebuildFailedError(name, `it cannot take in an event of ${halted.join(', ')}.`);
    }
    await serve(transaction, generation, this.means.settings.switchWaitMs);
  }

  private fill(generation: Generation, options: FillOptions): Promise<string[]> {
    return fillGeneration({ ...this.means, manager: this.means.dataSource.manager }, generation, options);
  }
}

/** How many events what serves has folded; null where nothing serves. */
async function eventsServed(manager: EntityManager, name: string): Promise<number | null> {
  const [row] = await manager.query<{ events: number | null }[]>(
    `SELECT sum(c.events)::float8 AS events FROM read_model.checkpoint c
     JOIN read_model.registry r ON r.name = c.processor AND r.serving_generation = c.generation
     WHERE r.name = $1`,
    [name],
  );
  return row?.events ?? null;
}
