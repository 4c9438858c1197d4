import { getPostgreSQLEventStore } from '@event-driven-io/emmett-postgresql';
import { PostgresEventStore } from '#libs/event-store';
import { bulkInsertPerSecond } from './bulk-insert.js';
import { migratedDatabase } from './database.js';
import { forgetTypeParsers, type BenchPostgres } from './postgres.js';
import { heading, oneDecimal, percent, table, times, whole } from './print.js';
import { sampleAppend, sampleEvent } from './sample-append.js';
import { load, median, type Load } from './stats.js';

const callerCounts = [1, 16, 64];
const rounds = 5;
const callsOf = (callers: number) => (callers === 1 ? 1_000 : 6_000);

/** One event a call, each to a stream of its own; the contenders take turns, so that noise meets all of them. */
export async function benchAppend(postgres: BenchPostgres): Promise<void> {
  const url = await migratedDatabase(postgres, 'append');
  const paragraf = new PostgresEventStore({ connection: url });
  const emmett = getPostgreSQLEventStore(await postgres.createDatabase('emmett'));
  await emmett.schema.migrate();
  let serial = 0;
  const ours = () => paragraf.append(sampleAppend((serial += 1)));
  const theirs = () => {
    const { type, data } = sampleEvent((serial += 1));
    return emmett.appendToStream(`followUp-SN.${serial}`, [{ type, data: data as Record<string, unknown> }]);
  };
  const measured = callerCounts.map((callers) => ({ callers, ours: [] as Load[], theirs: [] as Load[] }));
  const bulk: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    for (const at of measured) {
      const run = {
        theirs: await load(at.callers, callsOf(at.callers) / 4, theirs),
        ours: await load(at.callers, callsOf(at.callers), ours),
      };
      // The first round warms up connections, plans and caches.
      if (round > 0) at.ours.push(run.ours);
      if (round > 0) at.theirs.push(run.theirs);
    }
    const perSecond = await bulkInsertPerSecond(url);
    if (round > 0) bulk.push(perSecond);
  }
  await paragraf.close();
  await emmett.close();
  forgetTypeParsers();
  print(measured, bulk);
}

interface Measured {
  readonly callers: number;
  readonly ours: readonly Load[];
  readonly theirs: readonly Load[];
}

function print(measured: readonly Measured[], bulk: readonly number[]): void {
  const bulkLimit = median(bulk);
  heading(
    `Append, events a second (median of ${rounds} rounds); bulk insert into the same table: ${whole(bulkLimit)}/s`,
  );
  table(
    ['callers', 'Paragraf', 'p99 ms', 'emmett', 'p99 ms', 'Paragraf/emmett', 'of bulk limit'],
    measured.map(({ callers, ours, theirs }) => {
      const [mine, other] = [rate(ours), rate(theirs)];
      const p99 = (loads: readonly Load[]) => oneDecimal(median(loads.map((one) => one.p99Ms)));
      return [
        String(callers),
        whole(mine),
        p99(ours),
        whole(other),
        p99(theirs),
        times(mine / other),
        percent(mine / bulkLimit),
      ];
    }),
  );
}

function rate(loads: readonly Load[]): number {
  return median(loads.map((one) => one.perSecond));
}
