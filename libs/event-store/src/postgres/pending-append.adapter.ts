import type { EncodedAppend } from '../encoded-append.js';
import type { AppendResult } from '../event-store.js';
import { unavailable } from './outage.js';
import type { Settlement } from './settlement.js';

/** An append that waits to be recorded. Its caller is answered once, at the latest when the time is up. */
export class PendingAppend {
  readonly answer: Promise<AppendResult>;
  /**
   * It is to be tried without others: a batch that it was in has failed, and nobody knows by whose fault; or it is
   * copied, and has a time of its own.
   */
  alone: boolean;
  settled = false;
  /** On its way to the database. */
  sent = false;
  private lastError: unknown = 'no attempt was made in time';
  private resolve!: (result: AppendResult) => void;
  private reject!: (error: Error) => void;
  private readonly timer: NodeJS.Timeout;

  constructor(
    readonly append: EncodedAppend,
    timeoutMs: number,
  ) {
    this.alone = append.recordedAt !== null;
    this.answer = new Promise((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
    });
    this.timer = setTimeout(() => this.fail(unavailable(this.lastError)), timeoutMs);
  }

  settle(settlement: Settlement): void {
    if (settlement instanceof Error) return this.fail(settlement);
    this.end();
    this.resolve(settlement);
  }

  fail(error: Error): void {
    this.end();
    this.reject(error);
  }

  /** The attempt failed, perhaps after it was recorded; it will be repeated. */
  missed(error: Error): void {
    this.lastError = error;
  }

  private end(): void {
    this.settled = true;
    clearTimeout(this.timer);
  }
}
