import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { migratedDatabase } from '../database.js';
import type { BenchPostgres } from '../postgres.js';
import { heading, oneDecimal, percent, table, whole } from '../print.js';
import { median, type Load } from '../stats.js';

const callerCounts = [1, 16, 64];
const rounds = 9;
const callsOf = (callers: number) => (callers === 1 ? 1_000 : 6_000);
const path = (name: string) => fileURLToPath(new URL(`./${name}.js`, import.meta.url));

/** What sealing costs an append: two processes take turns on one table, one of them without it. */
export async function benchSealing(postgres: BenchPostgres): Promise<void> {
  const url = await migratedDatabase(postgres, 'sealing');
  const program = path('append-process');
  const sealed = fork(program, [url, 'A']);
  const unsealed = fork(program, [url, 'B'], { execArgv: ['--import', path('without-sealing')] });
  const measured = callerCounts.map((callers) => ({ callers, sealed: [] as Load[], unsealed: [] as Load[] }));
  for (let round = 0; round <= rounds; round += 1) {
    for (const at of measured) {
      const run = { unsealed: await loadOf(unsealed, at.callers), sealed: await loadOf(sealed, at.callers) };
      // The first round warms up connections, plans and caches.
      if (round > 0) at.sealed.push(run.sealed);
      if (round > 0) at.unsealed.push(run.unsealed);
    }
  }
  for (const child of [sealed, unsealed]) child.disconnect();
  await Promise.all([sealed, unsealed].map((child) => once(child, 'exit')));
  print(measured);
}

async function loadOf(child: ChildProcess, callers: number): Promise<Load> {
  const answer = once(child, 'message');
  child.send({ callers, calls: callsOf(callers) });
  return ((await answer) as [Load])[0];
}

interface Measured {
  readonly callers: number;
  readonly sealed: readonly Load[];
  readonly unsealed: readonly Load[];
}

function print(measured: readonly Measured[]): void {
  heading(`Sealing, events a second (median of ${rounds} rounds)`);
  const rate = (loads: readonly Load[]) => median(loads.map(({ perSecond }) => perSecond));
  const p99 = (loads: readonly Load[]) => oneDecimal(median(loads.map(({ p99Ms }) => p99Ms)));
  table(
    ['callers', 'sealed', 'p99 ms', 'not sealed', 'p99 ms', 'sealing costs'],
    measured.map(({ callers, sealed, unsealed }) => [
      String(callers),
      whole(rate(sealed)),
      p99(sealed),
      whole(rate(unsealed)),
      p99(unsealed),
      percent(1 - rate(sealed) / rate(unsealed)),
    ]),
  );
}
