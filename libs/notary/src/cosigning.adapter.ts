import type { Cosigner, CosignerStatus } from './cosigner.js';
import { CosignerLine, type LineOptions } from './cosigner-line.adapter.js';
import { notarisedLogEntity } from './notarised-log.entity.js';

export interface CosigningOptions extends LineOptions {
  readonly cosigners: readonly Cosigner[];
}

/** Asks the cosigners about the newest checkpoint of each municipality; none of them waits for another. */
export class Cosigning {
  private readonly lines: readonly CosignerLine[];
  private readonly stopping = new AbortController();

  constructor(private readonly options: CosigningOptions) {
    const { signal } = this.stopping;
    this.lines = options.cosigners.map((cosigner) => new CosignerLine(cosigner, options, signal));
  }

  /** Asks about the newest checkpoint of a municipality, those included that have been signed before. */
  ask(tenant: string): void {
    for (const line of this.lines) line.ask(tenant);
  }

  /** Asks about every municipality: a log that was put back is noticed though it does not grow. */
  async askAll(): Promise<void> {
    if (this.lines.length === 0) return;
    for (const { tenant, signedSize } of await this.options.manager.find(notarisedLogEntity)) {
      if (signedSize > 0) this.ask(tenant);
    }
  }

  /** Resolves when nobody is left to be asked; those who failed are asked again later. */
  async idle(): Promise<void> {
    await Promise.all(this.lines.map((line) => line.idle()));
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.idle();
  }

  statusOf(tenant: string): readonly CosignerStatus[] {
    return this.lines.map((line) => line.statusOf(tenant));
  }
}
