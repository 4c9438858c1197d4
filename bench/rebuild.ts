import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { FilledLogs } from './filled-logs.js';
import { heading, table, whole } from './print.js';
import { median } from './stats.js';

const sizes = [50_000, 200_000];
const rounds = 3;
const program = fileURLToPath(new URL('./rebuild-process.js', import.meta.url));

interface Rebuilt {
  readonly events: number;
  readonly seconds: number;
  readonly peakMiB: number;
}

/** Rebuilds the follow-up read model, the one with the largest documents, from logs of different lengths. */
export async function benchRebuild(logs: FilledLogs): Promise<void> {
  const urls: string[] = [];
  for (const size of sizes) urls.push(await logs.urlOf(size));
  const runs = sizes.map((): Rebuilt[] => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [n, url] of urls.entries()) runs[n]?.push(await rebuild(url));
  }
  heading(`Rebuild of the follow-up read model (median of ${rounds} runs, each a process of its own)`);
  table(
    ['events in the log', 'events/s', 'peak RSS MiB'],
    runs.map((run, n) => [
      whole(sizes[n] ?? 0),
      whole(median(run.map(({ events, seconds }) => events / seconds))),
      whole(median(run.map(({ peakMiB }) => peakMiB))),
    ]),
  );
}

async function rebuild(url: string): Promise<Rebuilt> {
  const { stdout } = await promisify(execFile)(process.execPath, [program, url]);
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Rebuilt;
}
