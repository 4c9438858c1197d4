import { PostgresEventStore } from '#libs/event-store';
import { followUpProjections } from '#libs/follow-up';
import { foldAsOf } from '#libs/read-model';
import type { FilledLogs } from './filled-logs.js';
import { benchTenant } from './follow-up-log.js';
import { heading, oneDecimal, table, times, whole } from './print.js';
import { load, type Load } from './stats.js';

const sizes = [2_000, 200_000];
const calls = 300;

/** What held of one committee's year on a date in it, asked of a short and of a long log in turn. */
export async function benchAsOf(logs: FilledLogs): Promise<void> {
  const stores: PostgresEventStore[] = [];
  for (const size of sizes) stores.push(new PostgresEventStore({ connection: await logs.urlOf(size) }));
  const measured: (Load | undefined)[] = [];
  // The first pass warms up; the second one counts.
  for (const pass of [1, 2]) {
    for (const [n, store] of stores.entries()) measured[n] = await load(1, pass * calls, () => ask(store));
  }
  for (const store of stores) await store.close();
  const [short, long] = measured;
  heading(`As-of answer for one committee year (${2 * calls} calls, one caller)`);
  table(
    ['events in the log', 'median ms', 'p99 ms', 'against the short log'],
    measured.map((one, n) => [
      whole(sizes[n] ?? 0),
      oneDecimal(one?.medianMs ?? 0),
      oneDecimal(one?.p99Ms ?? 0),
      one && short && one === long ? times(one.medianMs / short.medianMs) : '',
    ]),
  );
}

async function ask(store: PostgresEventStore): Promise<void> {
  const [projection] = followUpProjections;
  const query = { committee: 'N0', year: 2003 };
  const docs = await foldAsOf(store, projection, benchTenant, query, { asOf: '2003-09-19' });
  if (docs.size !== 1) throw new Error('The committee year is not in the log.');
}
