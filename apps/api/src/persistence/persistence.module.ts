import { Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { CommandExecutor, EventSourcedCommandExecutor } from '#libs/command';
import { EventStore, PostgresEventStore } from '#libs/event-store';
import { DataSource } from 'typeorm';
import { projections } from '../contexts.js';
import { MeteredEventStore } from '../metrics/metered-event-store.adapter.js';
import { Metrics } from '../metrics/metrics.js';
import { openDataSource } from './data-source.adapter.js';

/** Where facts are kept and read from: one PostgreSQL for both the event store and the read models. */
@Module({})
export class PersistenceModule implements OnApplicationShutdown {
  static forRoot(databaseUrl: string): DynamicModule {
    return {
      module: PersistenceModule,
      global: true,
      providers: [
        { provide: DataSource, useFactory: () => openDataSource(databaseUrl, projections) },
        {
          provide: EventStore,
          // The data source is asked for because its migrations make the store's tables.
          inject: [Metrics, DataSource],
          useFactory: (metrics: Metrics) =>
            new MeteredEventStore(new PostgresEventStore({ connection: databaseUrl }), metrics),
        },
        {
          provide: CommandExecutor,
          inject: [EventStore],
          useFactory: (store: EventStore) => new EventSourcedCommandExecutor(store),
        },
      ],
      exports: [DataSource, EventStore, CommandExecutor],
    };
  }

  constructor(
    private readonly dataSource: DataSource,
    private readonly store: EventStore,
  ) {}

  /** After everybody who reads or writes has stopped. */
  async onApplicationShutdown(): Promise<void> {
    await this.store.close();
    await this.dataSource.destroy();
  }
}
