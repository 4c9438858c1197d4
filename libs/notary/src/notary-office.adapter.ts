import type { CosignerStatus } from './cosigner.js';
import { Notary } from './notary.adapter.js';
import type { NotaryOptions } from './notary-means.adapter.js';
import { statusOf, type LogStatus } from './status.adapter.js';

export interface NotaryOfficeOptions extends Omit<NotaryOptions, 'signer'> {
  /** Null where this process has no key. */
  readonly signer: NotaryOptions['signer'] | null;
  /** Whether this process is to notarise. */
  readonly run: boolean;
}

/** `off`: this process is not to notarise; `without-key`: it is, and cannot. */
export type OfficeState = 'on' | 'off' | 'without-key';

/** A log's status, the outage that this process met last with it, and how it goes with those who cosign it. */
export type OfficeStatus = LogStatus & {
  readonly outage: string | null;
  readonly cosigners: readonly CosignerStatus[];
};

/** What a process has of a notary. Without a key it shows what others have signed. */
export class NotaryOffice {
  /** Null without a key. */
  readonly notary: Notary | null;
  readonly state: OfficeState;

  constructor(private readonly options: NotaryOfficeOptions) {
    const { signer, run } = options;
    this.notary = signer && new Notary({ ...options, signer });
    this.state = run ? (signer ? 'on' : 'without-key') : 'off';
  }

  start(): void {
    if (this.options.run) this.notary?.start();
  }

  async stop(): Promise<void> {
    await this.notary?.stop();
  }

  /** What a municipality's log is verified with; null without a key. */
  verifierKey(tenant: string): string | null {
    return this.options.signer?.verifierKey(tenant) ?? null;
  }

  async status(): Promise<readonly OfficeStatus[]> {
    const { dataSource, store } = this.options;
    const statuses = await statusOf(dataSource.manager, store);
    return statuses.map((status) => ({
      ...status,
      outage: this.notary?.outageOf(status.tenant) ?? null,
      cosigners: this.notary?.cosignersOf(status.tenant) ?? [],
    }));
  }
}
