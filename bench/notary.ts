import { openDataSource } from '#apps/api';
import { PostgresEventStore } from '#libs/event-store';
import { newNotaryKey, Notary, NotarySigner, parseNotaryKey, Proofs } from '#libs/notary';
import type { DataSource } from 'typeorm';
import type { FilledLogs } from './filled-logs.js';
import { benchTenant } from './follow-up-log.js';
import { heading, oneDecimal, table, whole } from './print.js';
import { load, type Load } from './stats.js';

const events = 500_000;
const calls = 1_000;
/** So that no run asks for the same events in the same order as they lie. */
const stride = 7_919;

/** Notarises a long log from its beginning, then proves events and growth from its tiles. */
export async function benchNotary(logs: FilledLogs): Promise<void> {
  const url = await logs.urlOf(events);
  const dataSource = await openDataSource(url, []);
  const store = new PostgresEventStore({ connection: url });
  try {
    const { seconds, size } = await notarise(dataSource, store);
    heading(`Notarising a log of ${whole(size)} events, alone`);
    table(['seconds', 'events/s'], [[oneDecimal(seconds), whole(size / seconds)]]);
    const proofs = new Proofs(dataSource, store);
    const ids = await eventIds(dataSource);
    const inclusion = await measured((n) => provesInclusion(proofs, ids[n % ids.length] ?? ''));
    const consistency = await measured((n) => provesConsistency(proofs, 1 + ((n * stride) % size)));
    heading(
      `Proofs from a log of ${whole(size)} events (${calls} calls, one caller; goal: median below 20 ms)`,
    );
    table(
      ['proof', 'median ms', 'p99 ms'],
      [row('inclusion, with the event', inclusion), row('consistency', consistency)],
    );
  } finally {
    await store.close();
    await dataSource.destroy();
  }
}

async function notarise(dataSource: DataSource, store: PostgresEventStore) {
  const key = parseNotaryKey(newNotaryKey());
  if (!key) throw new Error('The key is none.');
  const notary = new Notary({ dataSource, store, signer: new NotarySigner('bench.example', key) });
  const start = performance.now();
  await notary.catchUp(benchTenant);
  const seconds = (performance.now() - start) / 1_000;
  const [log] = await dataSource.query<{ size: number }[]>('SELECT signed_size::int AS size FROM notary.log');
  return { seconds, size: log?.size ?? 0 };
}

async function eventIds(dataSource: DataSource): Promise<readonly string[]> {
  const rows = await dataSource.query<{ id: string }[]>(
    'SELECT event_id AS id FROM notary.leaf WHERE index % $1 = 0 ORDER BY md5(event_id::text)',
    [97],
  );
  return rows.map(({ id }) => id);
}

/** The first pass warms up; the second one counts. */
async function measured(call: (n: number) => Promise<void>): Promise<Load> {
  await load(1, calls, call);
  return load(1, calls, (n) => call(calls + n));
}

async function provesInclusion(proofs: Proofs, id: string): Promise<void> {
  const shown = await proofs.inclusion(benchTenant, id);
  if (!shown || !('answer' in shown)) throw new Error(`The event ${id} is not proved.`);
}

async function provesConsistency(proofs: Proofs, from: number): Promise<void> {
  const shown = await proofs.consistency(benchTenant, from);
  if (!shown || !('answer' in shown)) throw new Error(`The growth from ${from} is not proved.`);
}

const row = (name: string, { medianMs, p99Ms }: Load) => [name, oneDecimal(medianMs), oneDecimal(p99Ms)];
