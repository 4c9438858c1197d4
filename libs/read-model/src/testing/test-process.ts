import type { EventStore } from '#libs/event-store';
import type { DataSource } from 'typeorm';
import { Advances } from '../advances.adapter.js';
import type { AnyProjection } from '../any-projection.js';
import { PostgresReadModels, type PostgresReadModelsOptions } from '../postgres-read-models.adapter.js';
import { ProjectionRunner } from '../projection-runner.adapter.js';
import type { ReadModelSettings } from '../settings.js';

/** What a process has of read models: a runner, and queries that wait for it. */
export interface TestProcess {
  readonly runner: ProjectionRunner;
  readonly readModels: PostgresReadModels;
  /** What the runner reported, in order. */
  readonly reports: readonly string[];
}

/** A process that pauses hardly at all, so that specs are quick. */
export function testProcess(
  dataSource: DataSource,
  store: EventStore,
  projections: readonly AnyProjection[],
  settings: Partial<ReadModelSettings> = {},
  queries: PostgresReadModelsOptions = {},
): TestProcess {
  const advances = new Advances();
  const reports: string[] = [];
  const report = (message: string) => void reports.push(message);
  const runner = new ProjectionRunner({
    projections,
    store,
    dataSource,
    advances,
    settings: { poisonPauseMs: 1, outagePauseMs: 1, pollMs: 5, idleMs: 10, leaseMs: 0, ...settings },
    log: { warn: report, error: report },
  });
  return {
    runner,
    readModels: new PostgresReadModels(dataSource, store, advances, { pollMs: 5, ...queries }),
    reports,
  };
}

/** Resolves when the condition holds; a spec in which it never does runs into its time limit. */
export async function until(condition: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 2));
}
