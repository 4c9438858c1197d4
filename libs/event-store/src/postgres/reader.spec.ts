import pg from 'pg';
import type { Position, ReadLogOptions } from '../event-store.js';
import { PostgresUnderTest } from '../testing/postgres-under-test.js';
import { positionsOf, readAll } from '../testing/reading.js';
import { appendTo, newTenant } from '../testing/sample-append.js';
import { logQuery, sealedQuery, type Statement } from './log-query.js';

const tenant = newTenant();
const length = 2_000;
const all = Array.from({ length }, (_, n) => String(n + 1));

let opened: PostgresUnderTest;
beforeAll(async () => {
  opened = await PostgresUnderTest.open();
  await Promise.all(all.map((n) => opened.store.append(appendTo({ tenant, name: `budget-SN.${n}` }))));
});
afterAll(() => opened.close());

/** As somebody who owns the database can. */
async function asOwner(...statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: opened.database.url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

const backwards = { direction: 'backwards' } as const;

/** How many rows the database fetches from the table to answer the statement. */
async function rowsTouched({ text, values }: Statement): Promise<number> {
  const client = new pg.Client({ connectionString: opened.database.url });
  await client.connect();
  try {
    const explained = await client.query<Explained>({
      text: `EXPLAIN (ANALYZE, FORMAT JSON) ${text}`,
      values,
    });
    return fetched(explained.rows[0]?.['QUERY PLAN'][0]?.Plan);
  } finally {
    await client.end();
  }
}

interface Plan {
  readonly 'Node Type': string;
  readonly 'Actual Rows': number;
  readonly Plans?: readonly Plan[];
}
interface Explained {
  readonly 'QUERY PLAN': readonly { readonly Plan: Plan }[];
}

/** Of the innermost step that gives rows of the table; the index scan below a bitmap gives none. */
function fetched(plan: Plan | undefined): number {
  const [below] = plan?.Plans ?? [];
  return below && below['Node Type'] !== 'Bitmap Index Scan' ? fetched(below) : (plan?.['Actual Rows'] ?? 0);
}

const read = async (options: Partial<ReadLogOptions>) =>
  positionsOf(await readAll(opened.store, tenant, { limit: 100, ...options }));

async function readSealed(): Promise<Position[]> {
  const positions: Position[] = [];
  for (let after: Position | undefined, atEnd = false; !atEnd;) {
    const page = await opened.store.readSealed(tenant, { after, limit: 100, contents: false });
    positions.push(...page.events.map(({ position }) => position));
    after = page.next ?? undefined;
    atEnd = page.atEnd;
  }
  return positions;
}

describe('reading a log page by page', () => {
  it.each([
    ['of events', () => logQuery(tenant, { after: '10', limit: 100 }, 'nearby')],
    ['of events, backwards', () => logQuery(tenant, { ...backwards, after: '1990', limit: 100 }, 'nearby')],
    ['of envelopes', () => sealedQuery(tenant, { after: '10', limit: 100 }, 'nearby')],
  ])('touches no more than a page %s, though the database has never counted the rows', async (_, query) => {
    expect(await rowsTouched(query())).toBe(101);
  });

  it('goes both ways, from anywhere', async () => {
    expect(await read({})).toEqual(all);
    expect(await read({ ...backwards })).toEqual(all.toReversed());
    expect(await read({ after: '1998' })).toEqual(['1999', '2000']);
    expect(await read({ after: '4', ...backwards })).toEqual(['3', '2', '1']);
    expect(await read({ after: '5000' })).toEqual([]);
    expect(await read({ after: '5000', ...backwards })).toEqual(all.toReversed());
    expect(await readSealed()).toEqual(all);
  });

  it('does not end at a hole that somebody has torn into the log, however wide', async () => {
    await asOwner(
      'ALTER TABLE event_store.event DISABLE TRIGGER ALL',
      `DELETE FROM event_store.event WHERE tenant_id = '${tenant}' AND position BETWEEN 200 AND 1800`,
    );
    const left = all.filter((position) => Number(position) < 200 || Number(position) > 1800);
    expect(await read({})).toEqual(left);
    expect(await read({ ...backwards })).toEqual(left.toReversed());
    expect(await readSealed()).toEqual(left);
  });
});
