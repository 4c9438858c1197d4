import { openDataSource } from '#apps/api';
import { PostgresEventStore } from '#libs/event-store';
import { ProjectionRunner } from '#libs/read-model';
import { rebuiltProjections } from './rebuilt-projections.js';

// A process of its own, so that its peak memory is that of the rebuild and nothing else.
const [url = '', name = ''] = process.argv.slice(2);
const projections = rebuiltProjections.filter((projection) => projection.name === name);
const store = new PostgresEventStore({ connection: url });
const dataSource = await openDataSource(url, projections);
const runner = new ProjectionRunner({ projections, store, dataSource });
let events = 0;
const start = performance.now();
await runner.rebuild(name, { onProgress: (progress) => void (events = progress.events) });
const seconds = (performance.now() - start) / 1_000;
await runner.stop();
await store.close();
await dataSource.destroy();
// maxRSS is in KiB.
process.stdout.write(
  `${JSON.stringify({ events, seconds, peakMiB: process.resourceUsage().maxRSS / 1_024 })}\n`,
);
