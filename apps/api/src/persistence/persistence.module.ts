import { Inject, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { CommandExecutor, EventSourcedCommandExecutor } from '#libs/command';
import { ErasureRegister, EventStore } from '#libs/event-store';
import { DataSource } from 'typeorm';
import { MeteredEventStore } from '../metrics/metered-event-store.adapter.js';
import { Metrics } from '../metrics/metrics.js';
import { LogNotices } from './log-notices.adapter.js';
import {
  openPersistence,
  PERSISTENCE,
  type Persistence,
  type PersistenceOptions,
} from './open-persistence.adapter.js';

/** Where facts are kept and read from: the event store, and PostgreSQL for the read models and, unless told, for both. */
@Module({})
export class PersistenceModule implements OnApplicationShutdown {
  static forRoot(options: PersistenceOptions): DynamicModule {
    return {
      module: PersistenceModule,
      global: true,
      providers: [
        { provide: PERSISTENCE, useFactory: () => openPersistence(options) },
        {
          provide: DataSource,
          inject: [PERSISTENCE],
          useFactory: ({ dataSource }: Persistence) => dataSource,
        },
        {
          provide: EventStore,
          inject: [PERSISTENCE, Metrics],
          useFactory: ({ store }: Persistence, metrics: Metrics) => new MeteredEventStore(store, metrics),
        },
        {
          provide: CommandExecutor,
          inject: [EventStore],
          useFactory: (store: EventStore) => new EventSourcedCommandExecutor(store),
        },
        {
          provide: ErasureRegister,
          inject: [EventStore],
          useFactory: (store: EventStore) => new ErasureRegister(store),
        },
        LogNotices,
      ],
      exports: [DataSource, EventStore, ErasureRegister, CommandExecutor],
    };
  }

  constructor(@Inject(PERSISTENCE) private readonly persistence: Persistence) {}

  /** After everybody who reads or writes has stopped. */
  async onApplicationShutdown(): Promise<void> {
    const { store, dataSource } = this.persistence;
    await store.close();
    await dataSource.destroy();
  }
}
