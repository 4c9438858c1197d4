import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { EventStore } from '#libs/event-store';
import { Logger } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import { Advances } from './advances.adapter.js';
import type { AnyProjection } from './any-projection.js';
import { Catalogue } from './catalogue.js';
import { PageProjector } from './page-projector.adapter.js';
import { Rebuilder } from './rebuild.adapter.js';
import { defaultSettings, type ReadModelSettings } from './settings.js';
import { Troubles } from './troubles.adapter.js';

/** Where a runner reports what somebody should look at. */
export interface RunnerLog {
  warn(message: string): void;
  error(message: string): void;
}

export interface ProjectionRunnerOptions {
  readonly projections: readonly AnyProjection[];
  readonly store: EventStore;
  /** Needs five connections or more: a rebuild uses two, a pass up to `concurrency`. */
  readonly dataSource: DataSource;
  /** Shared with the {@link PostgresReadModels} of the process, whose queries wait for the runner. */
  readonly advances?: Advances;
  readonly settings?: Partial<ReadModelSettings>;
  readonly log?: RunnerLog;
}

/** What the parts of a runner work with. */
export interface RunnerMeans {
  readonly store: EventStore;
  readonly dataSource: DataSource;
  readonly manager: EntityManager;
  readonly catalogue: Catalogue;
  readonly projector: PageProjector;
  readonly rebuilder: Rebuilder;
  readonly advances: Advances;
  readonly troubles: Troubles;
  readonly settings: ReadModelSettings;
  /** Who moves the checkpoints: host, process and a part of its own. */
  readonly owner: string;
  readonly log: RunnerLog;
}

export function runnerMeans(options: ProjectionRunnerOptions): RunnerMeans {
  const { store, dataSource, advances = new Advances(), log = new Logger('ProjectionRunner') } = options;
  const settings = { ...defaultSettings, ...options.settings };
  const owner = `${hostname()}:${process.pid}:${randomUUID().slice(0, 8)}`;
  const projector = new PageProjector(dataSource.manager, { owner, ...settings });
  return {
    store,
    dataSource,
    advances,
    log,
    settings,
    owner,
    projector,
    manager: dataSource.manager,
    catalogue: new Catalogue(options.projections),
    rebuilder: new Rebuilder({
      store,
      dataSource,
      projector,
      settings,
    }),
    troubles: new Troubles(settings.outagePauseMs),
  };
}
