import { Injectable } from '@nestjs/common';
import { HealthIndicatorService, type HealthIndicatorFunction } from '@nestjs/terminus';
import { EventStore } from '#libs/event-store';
import { ProjectionRunner, type ReadModelStatus } from '#libs/read-model';
import { DataSource } from 'typeorm';

/** How long a part may take to answer, in milliseconds. */
const patienceMs = 3_000;

/** Asks the parts that every answer needs. */
@Injectable()
export class Readiness {
  constructor(
    private readonly indicators: HealthIndicatorService,
    private readonly dataSource: DataSource,
    private readonly store: EventStore,
    private readonly runner: ProjectionRunner,
  ) {}

  checks(): HealthIndicatorFunction[] {
    return [
      () => this.check('database', async () => void (await this.dataSource.query('SELECT 1'))),
      () => this.check('eventStore', () => this.store.ping()),
      () => this.readModels(),
    ];
  }

  private check(name: string, ask: () => Promise<void>) {
    return this.indicators.check(name).attempt(ask).withTimeout(patienceMs);
  }

  /** A read model that is rebuilt while its former generation serves is ready; one that has none yet is not. */
  private async readModels() {
    const indicator = this.indicators.check('readModels');
    const statuses = await this.runner.status().catch(() => null);
    if (statuses === null) return indicator.down('unknown');
    const building = statuses
      .filter(({ serving, version }) => serving?.version !== version)
      .map(({ name }) => name);
    const halted = statuses.flatMap(haltedIn);
    return building.length + halted.length === 0 ? indicator.up() : indicator.down({ building, halted });
  }
}

function haltedIn({ name, municipalities }: ReadModelStatus): { readModel: string; municipality: string }[] {
  return municipalities
    .filter(({ halted }) => halted !== null)
    .map(({ tenant }) => ({ readModel: name, municipality: tenant }));
}
