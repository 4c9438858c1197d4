import { setImmediate, setTimeout } from 'node:timers/promises';
import type { Pool, PoolClient } from 'pg';
import type { Instant } from '#libs/kernel';
import type { EncodedAppend } from '../encoded-append.js';
import type { AppendResult } from '../event-store.js';
import { recordBatch } from './batch-transaction.adapter.js';
import type { Connections } from './connections.adapter.js';
import { nextBatch } from './next-batch.js';
import type { Settings } from './options.adapter.js';
import { isLostRace, isOutage, isServerError } from './outage.js';
import { PendingAppend } from './pending-append.adapter.js';
import { RememberedLog } from './remembered-log.js';
import type { Settlement } from './settlement.js';

const maxBatchBytes = 4_000_000;
const maxPauseMs = 500;

/**
 * The one writer of a municipality in this process. Appends that wait while a transaction is on its way are recorded
 * together by the next one. What failed or was left in doubt is repeated with the same ids on another connection.
 */
export class MunicipalityWriter {
  private waiting: PendingAppend[] = [];
  private running: Promise<void> | null = null;
  private readonly remembered = new RememberedLog();
  /** Attempts in a row that failed. */
  private misses = 0;
  /** The last attempt met an outage, so the next one may. */
  private suspect = false;

  constructor(
    private readonly tenant: string,
    private readonly connections: Connections,
    private readonly settings: Settings,
    private readonly now: () => Instant,
    private readonly onAppended: () => void,
  ) {}

  append(append: EncodedAppend): Promise<AppendResult> {
    const pending = new PendingAppend(append, this.settings.appendTimeoutMs);
    this.waiting.push(pending);
    this.running ??= this.run();
    return pending.answer;
  }

  /** Resolves once every append has been answered. */
  async idle(): Promise<void> {
    await this.running;
  }

  private async run(): Promise<void> {
    for (;;) {
      // Whoever was answered just now may have more to append: let them join.
      await setImmediate();
      this.waiting = this.waiting.filter(({ settled }) => !settled);
      if (this.waiting.length === 0) break;
      await this.attempt(nextBatch(this.waiting, { appends: this.settings.maxBatch, bytes: maxBatchBytes }));
    }
    this.running = null;
  }

  private async attempt(batch: readonly PendingAppend[]): Promise<void> {
    try {
      const settlements = await this.record(batch.map(({ append }) => append));
      this.misses = 0;
      this.suspect = false;
      for (const [n, settlement] of settlements.entries()) batch[n]?.settle(settlement);
      if (settlements.some((settlement) => 'outcome' in settlement && settlement.outcome === 'appended')) {
        this.onAppended();
      }
    } catch (error) {
      await this.miss(batch, error as Error);
    }
  }

  private async record(appends: readonly EncodedAppend[]): Promise<readonly Settlement[]> {
    const client = await this.pool().connect();
    try {
      const { tenant, remembered, now } = this;
      const isRepeated = this.misses > 0;
      const settlements = await recordBatch(client, { tenant, appends, remembered, isRepeated, now });
      client.release();
      return settlements;
    } catch (error) {
      await letGo(client, error as Error);
      throw error;
    }
  }

  private pool(): Pool {
    return this.suspect ? this.connections.suspects : this.connections.writers;
  }

  private async miss(batch: readonly PendingAppend[], error: Error): Promise<void> {
    this.remembered.forget();
    for (const pending of batch) pending.missed(error);
    if (!isOutage(error) && !isLostRace(error)) return blame(batch, error);
    this.suspect = isOutage(error);
    this.misses += 1;
    await setTimeout(Math.min(maxPauseMs, 2 ** this.misses));
  }
}

/** After the server's own refusal the connection is whole, but its transaction may still be open. */
async function letGo(client: PoolClient, error: Error): Promise<void> {
  const rolledBack =
    isServerError(error) &&
    (await client.query('ROLLBACK').then(
      () => true,
      () => false,
    ));
  client.release(rolledBack ? undefined : error);
}

/** An error that would come again is the fault of one append: alone, it is told; the others are spared. */
function blame(batch: readonly PendingAppend[], error: Error): void {
  const [only, ...others] = batch;
  if (others.length === 0) only?.fail(error);
  for (const pending of batch) pending.alone = true;
}
