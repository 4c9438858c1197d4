import { EventStore } from '#libs/event-store';
import {
  Inject,
  Module,
  type BeforeApplicationShutdown,
  type DynamicModule,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Cosigner } from './cosigner.js';
import { NotaryOffice } from './notary-office.adapter.js';
import { Proofs } from './proofs.adapter.js';
import type { NotarySettings } from './settings.js';
import type { NotarySigner } from './signer.js';

export interface NotaryModuleOptions {
  /** Whether this process notarises for as long as it lives. */
  readonly run: boolean;
  /** Asked once at the start; null where this process has no key. */
  readonly openSigner: () => Promise<NotarySigner | null>;
  readonly cosigners?: readonly Cosigner[];
  readonly settings?: Partial<NotarySettings>;
}

/** Gives NotaryOffice and Proofs to the whole application. Needs EventStore and DataSource. */
@Module({})
export class NotaryModule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  static forRoot(options: NotaryModuleOptions): DynamicModule {
    const { run, openSigner, settings, cosigners } = options;
    return {
      module: NotaryModule,
      global: true,
      providers: [
        {
          provide: NotaryOffice,
          inject: [EventStore, DataSource],
          useFactory: async (store: EventStore, dataSource: DataSource) => {
            const signer = await openSigner();
            return new NotaryOffice({ store, dataSource, signer, run, settings, cosigners });
          },
        },
        {
          provide: Proofs,
          inject: [DataSource, EventStore],
          useFactory: (dataSource: DataSource, store: EventStore) => new Proofs(dataSource, store),
        },
      ],
      exports: [NotaryOffice, Proofs],
    };
  }

  constructor(@Inject(NotaryOffice) private readonly office: NotaryOffice) {}

  onApplicationBootstrap(): void {
    this.office.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.office.stop();
  }
}
