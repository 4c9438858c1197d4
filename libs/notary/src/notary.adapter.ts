import { setInterval, setTimeout } from 'node:timers/promises';
import type { CosignerStatus } from './cosigner.js';
import { changeKey, dismissAlarm } from './log-state.adapter.js';
import { messageOf } from './message-of.js';
import { notarisedLogEntity } from './notarised-log.entity.js';
import { notariseLog } from './notarise-log.adapter.js';
import { notaryMeans, type NotaryMeans, type NotaryOptions } from './notary-means.adapter.js';
import { Rounds } from './rounds.adapter.js';

/**
 * Takes every municipality's log into a Merkle tree and signs it as it grows. Any number of processes may do so on
 * the same database: each page is written under the lock of its log's row, and only where that still stands where
 * the page was read. A crash at any instant leaves a state that the next one goes on from.
 */
export class Notary {
  private readonly means: NotaryMeans;
  private readonly rounds: Rounds;
  private readonly stopping = new AbortController();
  private running: Promise<unknown> | undefined;

  constructor(options: NotaryOptions) {
    this.means = notaryMeans(options);
    this.rounds = new Rounds(this.means, this.stopping.signal);
  }

  /** Follows the logs until `stop`. Outages are waited out. */
  start(): void {
    const { signal } = this.stopping;
    const { store, settings } = this.means;
    this.running ??= Promise.all([
      this.persistently(() => this.means.cosigning.askAll()),
      this.persistently(() => this.advanceAt(store.changes(signal))),
      this.persistently(() => this.advanceAt(setInterval(settings.idleMs, undefined, { signal }))),
    ]);
  }

  /** Finishes the page at hand. A stopped notary is not started again. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
    await this.rounds.idle();
    await this.means.cosigning.stop();
  }

  /**
   * Resolves when everything that a municipality's log held at the call is notarised and signed (of all logs where
   * none is named), started or not, and every cosigner has been asked once. Where an alarm stops a log, its status says so. Throws OtherKeyError where one is
   * signed by another key.
   */
  async catchUp(tenant?: string): Promise<void> {
    const { store, manager, cosigning } = this.means;
    const known = [...(await store.heads()), ...(await manager.find(notarisedLogEntity))];
    for (const each of new Set(tenant === undefined ? known.map((log) => log.tenant) : [tenant])) {
      if (!(await this.notariseAll(each))) cosigning.ask(each);
    }
    await cosigning.idle();
  }

  /** Lets a log that an alarm has stopped be tried again, once it is whole. False: no alarm had. */
  async retry(tenant: string): Promise<boolean> {
    return dismissAlarm(this.means.manager, tenant);
  }

  /** Signs with this notary's key from now on what another has signed. */
  async takeOver(): Promise<void> {
    const { manager, signer } = this.means;
    for (const { tenant } of await manager.find(notarisedLogEntity)) {
      await changeKey(manager, tenant, signer.verifierKey(tenant));
    }
  }

  /** The outage that this process met last with a municipality's log; null where it goes on. */
  outageOf(tenant: string): string | null {
    return this.rounds.outages.errorOf(tenant);
  }

  /** How it goes with each cosigner of a municipality's log, as far as this process knows. */
  cosignersOf(tenant: string): readonly CosignerStatus[] {
    return this.means.cosigning.statusOf(tenant);
  }

  /** True where a checkpoint came of it, which cosigners are asked about as of every new one. */
  private async notariseAll(tenant: string): Promise<boolean> {
    for (let isSigned = false; ;) {
      const { checkpoint, atEnd } = await notariseLog(this.means, tenant, true);
      isSigned ||= checkpoint !== null;
      if (atEnd) return isSigned;
      this.stopping.signal.throwIfAborted();
    }
  }

  /** At each occasion, as long as anything advances. */
  private async advanceAt(occasions: AsyncIterable<unknown>): Promise<void> {
    for await (const _ of occasions) while (!this.stopping.signal.aborted && (await this.rounds.next()));
  }

  /** Until the task is done or the notary is stopped; after an error again, ever later, at most 5 s. */
  private async persistently(task: () => Promise<void>): Promise<void> {
    const { signal } = this.stopping;
    const { settings, log } = this.means;
    for (let pauseMs = settings.outagePauseMs; !signal.aborted; pauseMs = Math.min(5_000, 2 * pauseMs)) {
      try {
        return await task();
      } catch (error) {
        if (signal.aborted) return;
        log.warn(`Nothing is notarised for now: ${messageOf(error)}`);
        await setTimeout(pauseMs, undefined, { signal }).catch(() => undefined);
      }
    }
  }
}
