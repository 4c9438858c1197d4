import type { Pool } from 'pg';
import { channel } from './listener.adapter.js';

const debounceMs = 20;
/** Committed without waiting for the disk: a hint that a crash takes away is one of no more use. */
const notifySql = `SELECT set_config('synchronous_commit', 'off', true), pg_notify($1, $2)`;

/**
 * Tells other processes that something was appended: soon after the commit, on another connection, several appends at
 * once. Inside the appends' own transactions it would make their commits wait for each other.
 */
export class Notifier {
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly pool: Pool,
    private readonly self: string,
  ) {}

  soon(): void {
    this.timer ??= setTimeout(() => void this.notify(), debounceMs);
  }

  /** Tells what has not been told yet. */
  async close(): Promise<void> {
    if (this.timer) await this.notify();
  }

  private async notify(): Promise<void> {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    // A lost hint costs the others a poll interval, so there is nobody to tell.
    await this.pool.query(notifySql, [channel, this.self]).catch(() => undefined);
  }
}
