import { maxCounted } from '#libs/notary';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What Paragraf measures of itself, in the names that Prometheus reads. One for each application. */
export class Metrics {
  readonly registry = new Registry();

  readonly appends = new Counter({
    name: 'paragraf_appends_total',
    help: 'Appends to the event store, by outcome: appended, duplicate, conflict or error.',
    labelNames: ['outcome'] as const,
    registers: [this.registry],
  });

  readonly appendDuration = new Histogram({
    name: 'paragraf_append_duration_seconds',
    help: 'How long appends to the event store take.',
    buckets: [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 5],
    registers: [this.registry],
  });

  readonly refusals = new Counter({
    name: 'paragraf_refusals_total',
    help: 'Requests that were answered with a problem, by its code.',
    labelNames: ['code'] as const,
    registers: [this.registry],
  });

  readonly httpDuration = new Histogram({
    name: 'paragraf_http_request_duration_seconds',
    help: 'How long requests take, by method, route and status.',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [this.registry],
  });

  readonly readModelLag = new Gauge({
    name: 'paragraf_read_model_lag_seconds',
    help: 'How long ago the first event that the read model lacks was recorded; 0 where it lacks none.',
    labelNames: ['read_model', 'municipality'] as const,
    registers: [this.registry],
  });

  readonly readModelHalted = new Gauge({
    name: 'paragraf_read_model_halted',
    help: '1 where the read model stands still at an event that it cannot take in.',
    labelNames: ['read_model', 'municipality'] as const,
    registers: [this.registry],
  });

  readonly readModelBuilding = new Gauge({
    name: 'paragraf_read_model_rebuild_events',
    help: 'Events folded so far by a rebuild under way.',
    labelNames: ['read_model'] as const,
    registers: [this.registry],
  });

  readonly notarySize = new Gauge({
    name: 'paragraf_notary_size',
    help: 'Events in the tree of the log.',
    labelNames: ['municipality'] as const,
    registers: [this.registry],
  });

  readonly notarySignedSize = new Gauge({
    name: 'paragraf_notary_signed_size',
    help: 'Events under the last checkpoint.',
    labelNames: ['municipality'] as const,
    registers: [this.registry],
  });

  readonly notaryLagEvents = new Gauge({
    name: 'paragraf_notary_lag_events',
    help: `Recorded events that no checkpoint covers; counted to ${maxCounted}.`,
    labelNames: ['municipality'] as const,
    registers: [this.registry],
  });

  readonly notaryLag = new Gauge({
    name: 'paragraf_notary_lag_seconds',
    help: 'How long ago the first event that no checkpoint covers was recorded; 0 where all are covered.',
    labelNames: ['municipality'] as const,
    registers: [this.registry],
  });

  readonly notaryAlarm = new Gauge({
    name: 'paragraf_notary_alarm',
    help: '1 where the log is signed no further, because it is not the one that was notarised or witnessed.',
    labelNames: ['municipality'] as const,
    registers: [this.registry],
  });

  readonly notaryWitnessSize = new Gauge({
    name: 'paragraf_notary_witness_size',
    help: 'Events under the last checkpoint that the witness has signed since this process started.',
    labelNames: ['municipality', 'witness'] as const,
    registers: [this.registry],
  });

  readonly notaryWitnessFailing = new Gauge({
    name: 'paragraf_notary_witness_failing',
    help: '1 where the witness has not signed the newest checkpoint: it is away, or refuses.',
    labelNames: ['municipality', 'witness'] as const,
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }
}
