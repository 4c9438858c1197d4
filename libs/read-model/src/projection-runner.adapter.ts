import { setInterval, setTimeout } from 'node:timers/promises';
import type { LogHead } from '#libs/event-store';
import { checkpointsOf, releaseCheckpoints, releaseHalted } from './checkpoints.adapter.js';
import { digestReadModels, type DigestedReadModel } from './document-digests.adapter.js';
import { ReadModelHaltedError } from './errors.js';
import { buildOutdated } from './outdated.adapter.js';
import { messageOf } from './poison.adapter.js';
import { pass } from './projection-pass.adapter.js';
import type { RebuildOptions } from './rebuild.adapter.js';
import { rebuildReading } from './rebuild-reading.adapter.js';
import { declareReadModels, servedGenerations } from './registry.adapter.js';
import { runnerMeans, type ProjectionRunnerOptions, type RunnerMeans } from './runner-means.adapter.js';
import { laggards, Standing } from './standing.js';
import { statusOf, type ReadModelStatus } from './status.adapter.js';
import { verifyReadModel, type Verification } from './verify-read-model.adapter.js';

/**
 * Keeps the read models of a process up to date. Any number of processes may do so on the same database: each page
 * is written together with a move of the checkpoint from where the page began, so it counts once, whoever is first.
 */
export class ProjectionRunner {
  private readonly means: RunnerMeans;
  private readonly stopping = new AbortController();
  private running: Promise<unknown> | undefined;
  private prepared: Promise<void> | undefined;
  private lastPass: Promise<unknown> = Promise.resolve();

  constructor(options: ProjectionRunnerOptions) {
    this.means = runnerMeans(options);
  }

  /** Makes the read models known to the database; before that they cannot be asked for. */
  async declare(): Promise<void> {
    await declareReadModels(this.means.dataSource, this.means.catalogue);
  }

  /**
   * Follows the log until `stop`. Read models that were built by another version of their projection are rebuilt
   * meanwhile, and followed from then on. Outages are waited out.
   */
  async start(): Promise<void> {
    await this.declare();
    const { signal } = this.stopping;
    const { idleMs } = this.means.settings;
    this.running ??= Promise.all([
      this.persistently(() => this.prepare()),
      this.persistently(() => this.advanceAt(this.means.store.changes(signal))),
      this.persistently(() => this.advanceAt(setInterval(idleMs, undefined, { signal }))),
    ]);
  }

  /** Finishes the pages at hand, and leaves the rest to others. A stopped runner is not started again. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
    await this.lastPass.catch(() => undefined);
    // Without the database there is nothing to give back: the leases run out by themselves.
    await releaseCheckpoints(this.means.manager, this.means.owner).catch((error: unknown) => {
      this.means.log.warn(`The read models were not handed over: ${messageOf(error)}`);
    });
  }

  /**
   * Resolves when every read model has reached what the logs held at the call, started or not. Throws
   * ReadModelHaltedError where one cannot, after the others have.
   */
  async catchUp(): Promise<void> {
    await this.prepare();
    const heads = await this.means.store.heads();
    while (await this.lags(heads)) {
      if (!(await this.pass())) await setTimeout(this.means.settings.pollMs);
    }
  }

  /** Builds the read model anew beside the one that serves, and switches. Errors: see {@link Rebuilder.rebuild}. */
  async rebuild(name: string, options?: RebuildOptions): Promise<void> {
    const projection = this.means.catalogue.get(name);
    await this.declare();
    await this.means.rebuilder.rebuild(projection, options);
  }

  /**
   * Builds anew, one after the other, every read model that reads one of the contexts: each from the log as it is
   * after the call, also where another rebuild is under way, which is waited for. Throws OtherVersionServesError where
   * one was built by another version of its projection: that is left to the processes that have it.
   */
  async rebuildReading(contexts: readonly string[], signal?: AbortSignal): Promise<void> {
    await this.declare();
    await rebuildReading(this.means, contexts, signal);
  }

  /** Lets a halted read model try its poison event again, once its code can take it in. False: it was not halted. */
  async retry(name: string, tenant: string): Promise<boolean> {
    return releaseHalted(this.means.manager, this.means.catalogue.get(name).name, tenant);
  }

  /** Compares every document with what the log says. */
  async verify(name: string): Promise<Verification> {
    const { dataSource, store, catalogue } = this.means;
    return verifyReadModel(dataSource, store, catalogue.get(name));
  }

  /** Hands over the digests of all documents of a municipality as they stand at one and the same instant. */
  async digest<Result>(
    tenant: string,
    use: (readModels: readonly DigestedReadModel[]) => Promise<Result>,
  ): Promise<Result> {
    return digestReadModels(this.means.dataSource, this.means.catalogue, tenant, use);
  }

  async status(): Promise<ReadModelStatus[]> {
    return statusOf(this.means);
  }

  /** Once in a runner's life, so that two versions that run side by side do not rebuild against each other. */
  private prepare(): Promise<void> {
    this.prepared ??= this.declare()
      .then(() => buildOutdated(this.means, this.stopping.signal))
      .catch((error: unknown) => {
        this.prepared = undefined;
        throw error;
      });
    return this.prepared;
  }

  /** At each occasion, as long as anything advances. */
  private async advanceAt(occasions: AsyncIterable<unknown>): Promise<void> {
    for await (const _ of occasions) while (!this.stopping.signal.aborted && (await this.pass()));
  }

  /** One at a time: `catchUp` and the loop must not overtake each other. */
  private pass(): Promise<boolean> {
    const next = this.lastPass.catch(() => undefined).then(() => pass(this.means));
    this.lastPass = next;
    return next;
  }

  private async lags(heads: readonly LogHead[]): Promise<boolean> {
    const { store, manager, catalogue } = this.means;
    const generations = await servedGenerations(manager, catalogue);
    const standing = new Standing(await checkpointsOf(manager, generations));
    const lagging = laggards(generations, standing, heads, (a, b) => store.comparePositions(a, b));
    const halted = lagging.filter(
      ({ generation, tenant }) => standing.of(generation, tenant)?.status === 'halted',
    );
    const [first] = halted;
    if (first && halted.length === lagging.length) {
      throw new ReadModelHaltedError(first.generation.projection.name, first.tenant);
    }
    return lagging.length > 0;
  }

  /** Until the task is done or the runner is stopped; after an error again, ever later, at most 5 s. */
  private async persistently(task: () => Promise<void>): Promise<void> {
    const { signal } = this.stopping;
    for (
      let pauseMs = this.means.settings.outagePauseMs;
      !signal.aborted;
      pauseMs = Math.min(5_000, 2 * pauseMs)
    ) {
      try {
        return await task();
      } catch (error) {
        if (signal.aborted) return;
        this.means.log.warn(`The read models are not kept up to date for now: ${messageOf(error)}`);
        await setTimeout(pauseMs, undefined, { signal }).catch(() => undefined);
      }
    }
  }
}
