import { EventStore } from '#libs/event-store';
import {
  Inject,
  Module,
  type BeforeApplicationShutdown,
  type DynamicModule,
  type OnApplicationBootstrap,
  type OnModuleInit,
} from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Advances } from './advances.adapter.js';
import type { AnyProjection } from './any-projection.js';
import { PostgresReadModels, type PostgresReadModelsOptions } from './postgres-read-models.adapter.js';
import { ProjectionRunner } from './projection-runner.adapter.js';
import { ReadModels } from './read-models.js';
import type { ReadModelSettings } from './settings.js';

export interface ReadModelModuleOptions {
  /** The projections of all contexts. The data source has to know `readModelEntities` of the same ones. */
  readonly projections: readonly AnyProjection[];
  /** Whether this process keeps the read models up to date; true unless told. One that does not still answers. */
  readonly run?: boolean;
  readonly settings?: Partial<ReadModelSettings>;
  readonly queries?: PostgresReadModelsOptions;
  /** Modules that export EventStore and DataSource, where these are not global. */
  readonly imports?: DynamicModule['imports'];
}

const OPTIONS = Symbol('ReadModelModuleOptions');

/** Gives ReadModels and ProjectionRunner to the whole application; the runner lives as long as the application. */
@Module({})
export class ReadModelModule implements OnModuleInit, OnApplicationBootstrap, BeforeApplicationShutdown {
  static forRoot(options: ReadModelModuleOptions): DynamicModule {
    const advances = new Advances();
    const { projections, settings, queries } = options;
    return {
      module: ReadModelModule,
      global: true,
      imports: options.imports,
      providers: [
        { provide: OPTIONS, useValue: options },
        {
          provide: ProjectionRunner,
          inject: [EventStore, DataSource],
          useFactory: (store: EventStore, dataSource: DataSource) =>
            new ProjectionRunner({ projections, store, dataSource, advances, settings }),
        },
        {
          provide: ReadModels,
          inject: [EventStore, DataSource],
          useFactory: (store: EventStore, dataSource: DataSource) =>
            new PostgresReadModels(dataSource, store, advances, queries),
        },
      ],
      exports: [ReadModels, ProjectionRunner],
    };
  }

  constructor(
    @Inject(OPTIONS) private readonly options: ReadModelModuleOptions,
    @Inject(ProjectionRunner) private readonly runner: ProjectionRunner,
  ) {}

  /** Before the first query. The migrations have run by then: the data source is ready when modules begin. */
  async onModuleInit(): Promise<void> {
    await this.runner.declare();
  }

  async onApplicationBootstrap(): Promise<void> {
    if (this.options.run ?? true) await this.runner.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.runner.stop();
  }
}
