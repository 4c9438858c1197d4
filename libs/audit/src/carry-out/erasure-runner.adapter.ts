import { setTimeout } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { EventStore } from '#libs/event-store';
import { ErasureWork } from './erasure-work.adapter.js';

/** Between two looks, in milliseconds. */
const pauseMs = 200;
/** The longest pauses after something has failed again and again. A rebuild that fails has cost much. */
const longestPauseMs = { destroying: 5_000, finishing: 60_000 };

/** Carries out what has been decided to be erased: at the start what was left undone, then what comes. */
@Injectable()
export class ErasureRunner {
  private readonly logger = new Logger(ErasureRunner.name);
  private readonly stopping = new AbortController();
  private running: Promise<unknown> | undefined;

  constructor(
    private readonly store: EventStore,
    private readonly work: ErasureWork,
  ) {}

  /** Follows the logs until `stop`. Outages are waited out. A stopped runner is not started again. */
  start(): void {
    this.running ??= Promise.all([this.destroyWhatComes(), this.finishWhatComes()]);
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  /** To be called once a decision is recorded, so that nothing is read of it any more. Never throws: it is tried again. */
  async decided(tenant: string): Promise<void> {
    await this.attempt('destroying', () => this.work.destroy(tenant), pauseMs);
  }

  /** Carries out to the end all that has been decided, started or not. */
  async carryOut(signal: AbortSignal): Promise<void> {
    await this.work.destroyAll();
    while (!(await this.work.finish(signal))) await setTimeout(pauseMs, undefined, { signal });
  }

  private async destroyWhatComes(): Promise<void> {
    let pause = pauseMs;
    for await (const _ of this.store.changes(this.stopping.signal)) {
      pause = await this.attempt('destroying', () => this.work.destroyAll(), pause);
      await this.pause(pause);
    }
  }

  /** Beside the other, since a rebuild may take long. */
  private async finishWhatComes(): Promise<void> {
    const { signal } = this.stopping;
    for (let pause = pauseMs; !signal.aborted;) {
      if (!this.work.isFinished) {
        pause = await this.attempt('finishing', () => this.work.finish(signal), pause);
      }
      await this.pause(pause);
    }
  }

  /** Answers how long to pause before the next attempt. */
  private async attempt(
    what: keyof typeof longestPauseMs,
    task: () => Promise<unknown>,
    pause: number,
  ): Promise<number> {
    try {
      await task();
      return pauseMs;
    } catch (error) {
      if (this.stopping.signal.aborted) return pause;
      const reason = error instanceof Error ? error.message : String(error);
      this.logger.warn(`What has been decided to be erased is not all carried out yet: ${reason}`);
      return Math.min(longestPauseMs[what], 2 * pause);
    }
  }

  private async pause(ms: number): Promise<void> {
    await setTimeout(ms, undefined, { signal: this.stopping.signal }).catch(() => undefined);
  }
}
