import { execFile } from 'node:child_process';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { newNotaryKey } from '#libs/notary';
import { openBundled } from './bundled-log.js';
import type { FilledLogs } from './filled-logs.js';
import { benchTenant } from './follow-up-log.js';
import { heading, oneDecimal, table, whole } from './print.js';
import { median } from './stats.js';

const sizes = [50_000, 500_000];
const rounds = 3;
/** Without a bound, Node lets garbage pile up for as long as the machine has memory. */
const heapMiB = 192;
const privateKey = newNotaryKey();

interface Run {
  readonly events: number;
  readonly seconds: number;
  readonly peakMiB: number;
}

type Verified = Run & { readonly cpuSeconds: number };

/** Takes bundles of logs of different lengths and verifies them, each time in a process of its own. */
export async function benchVerify(logs: FilledLogs): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'paragraf-bench-'));
  try {
    const taken = [];
    for (const size of sizes) taken.push(await take(await logs.urlOf(size), join(folder, `${size}.tar`)));
    await printTaken(taken);
    await printVerified(taken);
  } finally {
    await rm(folder, { recursive: true });
  }
}

interface Taken extends Run {
  readonly file: string;
  readonly verifierKey: string;
}

async function take(url: string, file: string): Promise<Taken> {
  const { runner, notary, verifierKey, close } = await openBundled(url, privateKey);
  await runner.catchUp();
  await notary.catchUp(benchTenant);
  await close();
  return { ...(await run<Run>('bundle-process.js', url, privateKey, file)), file, verifierKey };
}

async function printTaken(taken: readonly Taken[]): Promise<void> {
  heading(`Writing a bundle (a process with a heap of at most ${heapMiB} MiB)`);
  const rows = await Promise.all(
    taken.map(async ({ events, seconds, peakMiB, file }) => {
      const { size } = await stat(file);
      return [whole(events), whole(size / 2 ** 20), whole(events / seconds), whole(peakMiB)];
    }),
  );
  table(['events', 'MiB', 'events/s', 'peak RSS MiB'], rows);
}

async function printVerified(taken: readonly Taken[]): Promise<void> {
  const contenders = taken.flatMap(({ file, verifierKey }) =>
    ['no fold', 'fold'].map((how) => ({ file, verifierKey, how, runs: [] as Verified[] })),
  );
  for (let round = 0; round < rounds; round += 1) {
    for (const { file, verifierKey, how, runs } of contenders) {
      runs.push(await run<Verified>('verify-process.js', file, verifierKey, how));
    }
  }
  heading(`Verifying it (median of ${rounds} runs, each a process with a heap of at most ${heapMiB} MiB)`);
  table(
    ['events', 'read models', 'seconds', 'events/s', 'events a CPU second', 'peak RSS MiB'],
    contenders.map(({ how, runs }) => [
      whole(runs[0]?.events ?? 0),
      how === 'fold' ? 'folded and compared' : 'read',
      oneDecimal(median(runs.map(({ seconds }) => seconds))),
      whole(median(runs.map(({ events, seconds }) => events / seconds))),
      whole(median(runs.map(({ events, cpuSeconds }) => events / cpuSeconds))),
      whole(median(runs.map(({ peakMiB }) => peakMiB))),
    ]),
  );
}

async function run<Result>(program: string, ...args: readonly string[]): Promise<Result> {
  const path = fileURLToPath(new URL(`./${program}`, import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [
    `--max-old-space-size=${heapMiB}`,
    // As `paragraf` is started.
    '--max-semi-space-size=32',
    path,
    ...args,
  ]);
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Result;
}
