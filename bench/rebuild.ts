import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { FilledLogs } from './filled-logs.js';
import { heading, table, whole } from './print.js';
import { rebuiltProjections } from './rebuilt-projections.js';
import { median } from './stats.js';

const sizes = [50_000, 200_000];
const rounds = 3;
/** Without a bound, Node lets garbage pile up for as long as the machine has memory. */
const heapMiB = 192;
const program = fileURLToPath(new URL('./rebuild-process.js', import.meta.url));

interface Rebuilt {
  readonly events: number;
  readonly seconds: number;
  readonly peakMiB: number;
}

/** Rebuilds read models from logs of different lengths, each time in a process of its own. */
export async function benchRebuild(logs: FilledLogs): Promise<void> {
  const contenders: { name: string; size: number; url: string; runs: Rebuilt[] }[] = [];
  for (const { name } of rebuiltProjections) {
    for (const size of sizes) contenders.push({ name, size, url: await logs.urlOf(size), runs: [] });
  }
  for (let round = 0; round < rounds; round += 1) {
    for (const { name, url, runs } of contenders) runs.push(await rebuild(url, name));
  }
  heading(`Rebuild (median of ${rounds} runs, each a process with a heap of at most ${heapMiB} MiB)`);
  table(
    ['read model', 'events in the log', 'events/s', 'peak RSS MiB'],
    contenders.map(({ name, size, runs }) => [
      name,
      whole(size),
      whole(median(runs.map(({ events, seconds }) => events / seconds))),
      whole(median(runs.map(({ peakMiB }) => peakMiB))),
    ]),
  );
}

async function rebuild(url: string, name: string): Promise<Rebuilt> {
  const args = [`--max-old-space-size=${heapMiB}`, program, url, name];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Rebuilt;
}
