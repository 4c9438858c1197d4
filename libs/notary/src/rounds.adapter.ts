import { tenantsAtHand } from './at-hand.js';
import { messageOf } from './message-of.js';
import { notarisedLogEntity } from './notarised-log.entity.js';
import { notariseLog } from './notarise-log.adapter.js';
import type { NotaryMeans } from './notary-means.adapter.js';
import { Outages } from './outages.js';

/** Goes round the municipalities, one round at a time. */
export class Rounds {
  readonly outages: Outages;
  private readonly lookedAt = new Map<string, number>();
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly means: NotaryMeans,
    private readonly signal: AbortSignal,
  ) {
    this.outages = new Outages(means.settings.outagePauseMs);
  }

  /** One page of each municipality that has work, so that nobody waits for another's long log. True: go on. */
  next(): Promise<boolean> {
    const round = this.last.catch(() => undefined).then(() => this.round());
    this.last = round;
    return round;
  }

  async idle(): Promise<void> {
    await this.last.catch(() => undefined);
  }

  private async round(): Promise<boolean> {
    let advanced = false;
    for (const tenant of await this.atHand()) {
      if (this.signal.aborted) return false;
      if (await this.visit(tenant)) advanced = true;
    }
    return advanced;
  }

  private async visit(tenant: string): Promise<boolean> {
    try {
      const { advanced, atEnd } = await notariseLog(this.means, tenant);
      if (atEnd) this.lookedAt.set(tenant, this.means.now().getTime());
      this.outages.over(tenant);
      return advanced;
    } catch (error) {
      const message = messageOf(error);
      if (this.outages.met(tenant, message, Date.now())) {
        this.means.log.warn(`The log of ${tenant} is not notarised for now: ${message}`);
      }
      return false;
    }
  }

  private async atHand(): Promise<readonly string[]> {
    const { store, manager, settings, now } = this.means;
    const heads = await store.heads();
    const logs = await manager.find(notarisedLogEntity);
    const lookedAt = (tenant: string) => this.lookedAt.get(tenant) ?? 0;
    return tenantsAtHand(heads, logs, { now: now(), settings, lookedAt }).filter(
      (tenant) => !this.outages.isPausing(tenant, Date.now()),
    );
  }
}
