import { Controller, Get, Header } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ProjectionRunner, type ReadModelStatus } from '#libs/read-model';
import { Metrics } from './metrics.js';

@ApiTags('operations')
@Controller('metrics')
export class MetricsHttp {
  constructor(
    private readonly metrics: Metrics,
    private readonly runner: ProjectionRunner,
  ) {}

  /** Measurements in the text format of Prometheus. */
  @Get()
  @Header('Content-Type', 'text/plain; version=0.0.4; charset=utf-8')
  @ApiOkResponse({
    description: 'Prometheus textformat 0.0.4.',
    content: { 'text/plain': { schema: { type: 'string' } } },
  })
  async scrape(): Promise<string> {
    // While the database is away the other measurements matter most.
    const statuses = await this.runner.status().catch(() => []);
    this.measure(statuses);
    return this.metrics.registry.metrics();
  }

  private measure(statuses: readonly ReadModelStatus[]): void {
    const { readModelLag, readModelHalted, readModelBuilding } = this.metrics;
    for (const gauge of [readModelLag, readModelHalted, readModelBuilding]) gauge.reset();
    for (const { name: read_model, building, municipalities } of statuses) {
      if (building) readModelBuilding.set({ read_model }, building.events);
      for (const { tenant: municipality, behindSince, halted } of municipalities) {
        readModelLag.set({ read_model, municipality }, secondsSince(behindSince));
        readModelHalted.set({ read_model, municipality }, halted ? 1 : 0);
      }
    }
  }
}

function secondsSince(instant: string | null): number {
  return instant === null ? 0 : Math.max(0, (Date.now() - Date.parse(instant)) / 1_000);
}
