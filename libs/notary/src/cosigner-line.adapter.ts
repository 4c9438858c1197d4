import { setTimeout } from 'node:timers/promises';
import type { EventStore } from '#libs/event-store';
import type { EntityManager } from 'typeorm';
import { addSignature } from './add-signature.adapter.js';
import { AlarmError } from './alarm.js';
import { findCheckpoint } from './checkpoints.adapter.js';
import { raiseContradiction } from './contradictions.adapter.js';
import type { Contradiction, Cosigner, CosignerStatus } from './cosigner.js';
import { messageOf } from './message-of.js';
import type { NotaryLog } from './notary-log.js';
import type { StoredCheckpoint } from './notarised-log.js';
import { Outages } from './outages.js';
import { consistencyFrom } from './tree-proofs.adapter.js';

export interface LineOptions {
  readonly store: EventStore;
  readonly manager: EntityManager;
  readonly log: NotaryLog;
  /** Pause after the first failure, in milliseconds; it doubles with every further one, up to a minute. */
  readonly pauseMs: number;
}

const longestPauseMs = 60_000;

/**
 * Asks one cosigner, one municipality after the other. Where it fails, the municipality is asked about again after a
 * pause, whether its log grows or not, and no sooner.
 */
export class CosignerLine {
  private readonly waiting = new Set<string>();
  private readonly scheduled = new Set<string>();
  private readonly sizes = new Map<string, number>();
  private readonly outages: Outages;
  private working: Promise<void> | undefined;

  constructor(
    private readonly cosigner: Cosigner,
    private readonly options: LineOptions,
    private readonly signal: AbortSignal,
  ) {
    this.outages = new Outages(options.pauseMs, longestPauseMs);
  }

  ask(tenant: string): void {
    if (!this.outages.isPausing(tenant, Date.now())) this.enqueue(tenant);
  }

  async idle(): Promise<void> {
    await this.working;
  }

  statusOf(tenant: string): CosignerStatus {
    const { name } = this.cosigner;
    return { cosigner: name, size: this.sizes.get(tenant) ?? 0, error: this.outages.errorOf(tenant) };
  }

  private async work(): Promise<void> {
    for (const tenant of this.waiting) {
      this.waiting.delete(tenant);
      if (this.signal.aborted) continue;
      try {
        await this.visit(tenant);
        this.outages.over(tenant);
      } catch (error) {
        if (!this.signal.aborted) this.failed(tenant, messageOf(error));
      }
    }
    this.working = undefined;
  }

  /** Throws where the newest checkpoint was not cosigned. */
  private async visit(tenant: string): Promise<void> {
    const { manager } = this.options;
    const found = await findCheckpoint(manager, tenant);
    if ('rejection' in found) return;
    const checkpoint = found.answer;
    const { size } = checkpoint;
    const request = {
      checkpoint,
      consistencyFrom: (from: number) => consistencyFrom(manager, tenant, from, size),
    };
    const cosigned = await this.cosigner.cosign(request, this.signal);
    if ('contradiction' in cosigned) return this.contradicted(checkpoint, cosigned.contradiction);
    await addSignature(manager, checkpoint, cosigned.signature);
    this.sizes.set(tenant, size);
  }

  /** Throws where somebody should know. */
  private async contradicted(
    { tenant, size }: StoredCheckpoint,
    contradiction: Contradiction,
  ): Promise<void> {
    const { store, manager, log } = this.options;
    const { name } = this.cosigner;
    const head = (await store.heads()).find((each) => each.tenant === tenant)?.position ?? null;
    const raised = await raiseContradiction(manager, tenant, { witness: name, size, contradiction, head });
    // Another notary has signed further, and shown it to the witness, since the checkpoint was read.
    if (raised === 'outdated') return void this.waiting.add(tenant);
    if (typeof raised !== 'string') {
      log.error(`${tenant}: ${new AlarmError(raised).message} ${JSON.stringify(raised.facts)}`);
    }
    const why = contradictionText(contradiction);
    throw new Error(raised === 'behind' ? `${why}; the notary is not there yet` : why);
  }

  private failed(tenant: string, reason: string): void {
    if (this.outages.met(tenant, reason, Date.now())) {
      this.options.log.warn(`A checkpoint of ${tenant} was not cosigned by ${this.cosigner.name}: ${reason}`);
    }
    if (!this.scheduled.has(tenant)) void this.askLater(tenant, this.outages.pauseMsOf(tenant));
  }

  private async askLater(tenant: string, pauseMs: number): Promise<void> {
    this.scheduled.add(tenant);
    await setTimeout(pauseMs, undefined, { signal: this.signal, ref: false }).catch(() => undefined);
    this.scheduled.delete(tenant);
    if (!this.signal.aborted) this.enqueue(tenant);
  }

  private enqueue(tenant: string): void {
    this.waiting.add(tenant);
    this.working ??= this.work();
  }
}

function contradictionText({ code, witnessSize }: Contradiction): string {
  return code === 'saw-more'
    ? `it has signed a larger log, of ${witnessSize} events`
    : `it has signed another log of ${witnessSize} events`;
}
