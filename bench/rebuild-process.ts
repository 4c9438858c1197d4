import { openDataSource } from '#apps/api';
import { PostgresEventStore } from '#libs/event-store';
import { followUpProjections } from '#libs/follow-up';
import { ProjectionRunner } from '#libs/read-model';

// A process of its own, so that its peak memory is that of the rebuild and nothing else.
const [url = ''] = process.argv.slice(2);
const store = new PostgresEventStore({ connection: url });
const dataSource = await openDataSource(url, followUpProjections);
const runner = new ProjectionRunner({ projections: followUpProjections, store, dataSource });
const [projection] = followUpProjections;
let events = 0;
const start = performance.now();
await runner.rebuild(projection.name, { onProgress: (progress) => void (events = progress.events) });
const seconds = (performance.now() - start) / 1_000;
await runner.stop();
await store.close();
await dataSource.destroy();
// maxRSS is in KiB.
console.log(JSON.stringify({ events, seconds, peakMiB: process.resourceUsage().maxRSS / 1_024 }));
