import { setImmediate, setTimeout } from 'node:timers/promises';
import type { Instant } from '#libs/kernel';
import type { EncodedAppend } from '../encoded-append.js';
import type { AppendResult } from '../event-store.js';
import type { Batch } from './batch.js';
import { recordAhead, recordBatch } from './batch-transaction.adapter.js';
import type { Connections } from './connections.adapter.js';
import { Lane } from './lane.adapter.js';
import { nextBatch } from './next-batch.js';
import type { Settings } from './options.adapter.js';
import { isLostRace, isOutage } from './outage.js';
import { PendingAppend } from './pending-append.adapter.js';
import { planAhead, type Plan } from './plan-ahead.js';
import { RememberedLog } from './remembered-log.js';
import type { Settlement } from './settlement.js';

const maxBatchBytes = 4_000_000;
const maxPauseMs = 500;
/** While the database records one batch, the next one is made and stands in line behind it. */
const maxFlights = 2;
/** Fewer than these go together: two small transactions cost more than they save. */
const worthHalving = 32;

/**
 * The one writer of a municipality in this process. Appends that wait while a transaction is on its way are recorded
 * together by the next one. What failed or was left in doubt is repeated with the same ids on another connection.
 */
export class MunicipalityWriter {
  private waiting: PendingAppend[] = [];
  private running: Promise<void> | null = null;
  private readonly remembered = new RememberedLog();
  /** Batches that were planned ahead, in the order in which they were sent. */
  private readonly flights: Promise<void>[] = [];
  private readonly lane: Lane;
  /** Attempts in a row that failed. */
  private misses = 0;
  /** The last attempt met an outage, so the next one may. */
  private suspect = false;

  constructor(
    private readonly tenant: string,
    connections: Connections,
    private readonly settings: Settings,
    private readonly now: () => Instant,
    private readonly onAppended: () => void,
  ) {
    this.lane = new Lane(() => (this.suspect ? connections.suspects : connections.writers));
  }

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
      const ready = this.waiting.filter(({ sent }) => !sent);
      const isFull = this.flights.length === maxFlights || (this.flights.length > 0 && this.lane.isWanted);
      if (ready.length > 0 && !isFull) await this.send(nextBatch(ready, this.limits(ready.length)));
      else if (this.flights.length > 0) await this.flights[0];
      else if (ready.length === 0) break;
    }
    this.running = null;
  }

  /** Half of those that are ready leave room for the other half behind them. */
  private limits(ready: number) {
    const halved = this.flights.length === 0 && ready >= worthHalving ? Math.ceil(ready / 2) : ready;
    return { appends: Math.min(halved, this.settings.maxBatch), bytes: maxBatchBytes };
  }

  private async send(pending: readonly PendingAppend[]): Promise<void> {
    const { tenant, remembered, now } = this;
    const appends = pending.map(({ append }) => append);
    const batch = { tenant, appends, remembered, isRepeated: this.misses > 0, now };
    const plan = planAhead(batch);
    if (plan) return this.launch(pending, batch, plan);
    // What is on its way may fail, and comes first then.
    if (this.flights.length > 0) await Promise.all(this.flights);
    else await this.attempt(pending, () => this.lane.use((client) => recordBatch(client, batch)));
  }

  private launch(pending: readonly PendingAppend[], batch: Batch, plan: Plan): void {
    for (const each of pending) each.sent = true;
    const record = () => this.lane.use((client) => recordAhead(client, batch, plan));
    const flight = this.attempt(pending, record).then(() => {
      for (const each of pending) each.sent = false;
      void this.flights.splice(this.flights.indexOf(flight), 1);
    });
    this.flights.push(flight);
  }

  /** Null is an answer too: the batch has to be tried again. */
  private async attempt(
    batch: readonly PendingAppend[],
    record: () => Promise<readonly Settlement[] | null>,
  ): Promise<void> {
    try {
      const settlements = await record();
      if (settlements === null) return;
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

  private async miss(batch: readonly PendingAppend[], error: Error): Promise<void> {
    this.remembered.forget();
    for (const pending of batch) pending.missed(error);
    if (!isOutage(error) && !isLostRace(error)) return blame(batch, error);
    this.suspect = isOutage(error);
    this.misses += 1;
    await setTimeout(Math.min(maxPauseMs, 2 ** this.misses));
  }
}

/** An error that would come again is the fault of one append: alone, it is told; the others are spared. */
function blame(batch: readonly PendingAppend[], error: Error): void {
  const [only, ...others] = batch;
  if (others.length === 0) only?.fail(error);
  for (const pending of batch) pending.alone = true;
}
