import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import pg, { type ClientConfig } from 'pg';

export const channel = 'paragraf_event_store';

const firstPauseMs = 50;
const maxPauseMs = 5_000;

/**
 * Hears from other processes that something was appended. Only a hint: while the connection is gone, followers poll,
 * and it is opened again and again.
 */
export class Listener {
  private readonly stop = new AbortController();
  private running: Promise<void> | null = null;

  /** `self` marks this process's own notices, which need no hint. */
  constructor(
    private readonly connection: ClientConfig,
    private readonly self: string,
    private readonly onHint: () => void,
  ) {}

  start(): void {
    this.running ??= this.run();
  }

  async close(): Promise<void> {
    this.stop.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    const { signal } = this.stop;
    for (let pauseMs = firstPauseMs; !signal.aborted; pauseMs = Math.min(maxPauseMs, pauseMs * 2)) {
      const listened = await this.listen().catch(() => false);
      if (listened) pauseMs = firstPauseMs;
      await setTimeout(pauseMs, undefined, { signal }).catch(() => undefined);
    }
  }

  /** Until the connection breaks or the listener is closed. Rejects where it never came about. */
  private async listen(): Promise<boolean> {
    const client = new pg.Client({
      keepAlive: true,
      connectionTimeoutMillis: maxPauseMs,
      ...this.connection,
    });
    client.on('error', () => undefined);
    client.on('notification', ({ payload }) => payload === this.self || this.onHint());
    try {
      await client.connect();
      const broken = once(client, 'end', { signal: this.stop.signal }).catch(() => undefined);
      await client.query(`LISTEN ${channel}`);
      // Something may have been appended before the first hint can come.
      this.onHint();
      await broken;
      return true;
    } finally {
      await client.end();
    }
  }
}
