import { Controller, Get, Header } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { NotaryOffice, type LogStatus, type OfficeStatus } from '#libs/notary';
import { ProjectionRunner, type ReadModelStatus } from '#libs/read-model';
import { Metrics } from './metrics.js';

@ApiTags('operations')
@Controller('metrics')
export class MetricsHttp {
  constructor(
    private readonly metrics: Metrics,
    private readonly runner: ProjectionRunner,
    private readonly office: NotaryOffice,
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
    this.measureReadModels(await this.runner.status().catch(() => []));
    const logs = await this.office.status().catch(() => []);
    this.measureNotary(logs);
    this.measureWitnesses(logs);
    return this.metrics.registry.metrics();
  }

  private measureReadModels(statuses: readonly ReadModelStatus[]): void {
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

  private measureNotary(logs: readonly LogStatus[]): void {
    const { notarySize, notarySignedSize, notaryLagEvents, notaryLag, notaryAlarm } = this.metrics;
    const gauges = [notarySize, notarySignedSize, notaryLagEvents, notaryLag, notaryAlarm];
    for (const gauge of gauges) gauge.reset();
    for (const { tenant: municipality, size, signedSize, unsigned, unsignedSince, alarm } of logs) {
      notarySize.set({ municipality }, size);
      notarySignedSize.set({ municipality }, signedSize);
      notaryLagEvents.set({ municipality }, unsigned);
      notaryLag.set({ municipality }, secondsSince(unsignedSince));
      notaryAlarm.set({ municipality }, alarm ? 1 : 0);
    }
  }

  private measureWitnesses(logs: readonly OfficeStatus[]): void {
    const { notaryWitnessSize, notaryWitnessFailing } = this.metrics;
    for (const gauge of [notaryWitnessSize, notaryWitnessFailing]) gauge.reset();
    for (const { tenant: municipality, cosigners } of logs) {
      for (const { cosigner: witness, size, error } of cosigners) {
        notaryWitnessSize.set({ municipality, witness }, size);
        notaryWitnessFailing.set({ municipality, witness }, error === null ? 0 : 1);
      }
    }
  }
}

function secondsSince(instant: string | null): number {
  return instant === null ? 0 : Math.max(0, (Date.now() - Date.parse(instant)) / 1_000);
}
