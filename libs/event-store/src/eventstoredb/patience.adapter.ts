import { setTimeout as pause } from 'node:timers/promises';
import { EventStoreUnavailableError } from '../errors.js';

const firstPauseMs = 25;
const longestPauseMs = 1_000;

/** How long an operation goes on trying, and how it waits in between: longer each time, and never in step. */
export class Patience {
  private deadline: number;
  private attempts = 0;

  constructor(private readonly deadlineMs: number) {
    this.deadline = performance.now() + deadlineMs;
  }

  /** How long the next attempt may take: longer each time, for a slow server must get to answer at last. */
  attempt(firstMs: number): number {
    return Math.min(firstMs * 2 ** this.attempts, this.left);
  }

  private get left(): number {
    return Math.max(0, this.deadline - performance.now());
  }

  /** Something has been achieved: the deadline begins anew. */
  renew(): void {
    this.attempts = 0;
    this.deadline = performance.now() + this.deadlineMs;
  }

  /** Waits before another attempt. Throws EventStoreUnavailableError where there is no time for one. */
  async pause(cause: unknown): Promise<void> {
    const longest = Math.min(longestPauseMs, firstPauseMs * 2 ** this.attempts);
    const pauseMs = longest * (0.5 + Math.random() / 2);
    this.attempts += 1;
    if (pauseMs >= this.left) throw this.exhausted(cause);
    await pause(pauseMs);
  }

  /** Throws EventStoreUnavailableError where the time is up. */
  assertLeft(): void {
    if (this.left === 0) throw this.exhausted(undefined);
  }

  private exhausted(cause: unknown): EventStoreUnavailableError {
    return new EventStoreUnavailableError(`The event store gave no answer within ${this.deadlineMs} ms.`, {
      cause,
    });
  }
}
