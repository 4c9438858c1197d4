import { newNotaryKey } from '#libs/notary';
import { dataHashOf, type Envelope, type FailureCode } from '#libs/proof';
import { ProjectionRunner } from '#libs/read-model';
import pg from 'pg';
import { startApi, type TestApi } from '../support/api.js';
import { audited, takenBundle } from '../support/auditor.js';
import { recordErasableYear } from '../support/erasable-year.js';

import.meta.jest.setTimeout(120_000);
/** Nothing is notarised but when a bundle is taken, so that no alarm is quicker than the auditor. */
const notary = { run: false, key: newNotaryKey(), keyFile: null, origin: 'paragraf.test', witnesses: [] };
let api: TestApi;
let database: pg.Client;
let key: string;

beforeAll(async () => {
  api = await startApi({ config: { notary } });
  await recordErasableYear(api);
  await api.app.get(ProjectionRunner).catchUp();
  await takenBundle(api);
  key = (await api.get('/api/v1/alingsas/audit/key')).text.trim();
  database = new pg.Client({ connectionString: api.databaseUrl });
  await database.connect();
  // The administrator of the database, whom no trigger stops.
  await database.query('ALTER TABLE event_store.event DISABLE TRIGGER ALL');
  await database.query('CREATE TABLE kept AS SELECT * FROM event_store.event');
});

afterEach(async () => {
  await database.query('DELETE FROM event_store.event');
  await database.query('INSERT INTO event_store.event SELECT * FROM kept');
});

afterAll(async () => {
  await database.end();
  await api.close();
});

interface Row {
  readonly position: string;
  readonly envelope: string;
  readonly content: string;
  readonly salt: string;
}

const ofBudget = `stream LIKE 'budget%'`;

async function first(condition: string): Promise<Row> {
  const { rows } = await database.query<Row>(
    `SELECT position, envelope, content, salt FROM event_store.event WHERE ${condition} ORDER BY position LIMIT 1`,
  );
  if (!rows[0]) throw new Error(`There is no event with ${condition}.`);
  return rows[0];
}

async function write(position: string, changed: Partial<Row>): Promise<void> {
  for (const [column, value] of Object.entries(changed)) {
    await database.query(`UPDATE event_store.event SET ${column} = $2 WHERE position = $1`, [
      position,
      value,
    ]);
  }
}

/** Another amount, in an envelope that fits it: as somebody does who knows how events are sealed. */
async function resealed({ position, envelope, content, salt }: Row): Promise<void> {
  const other = content.replace(/Ore":-?\d+/, 'Ore":4200');
  expect(other).not.toBe(content);
  const { dataHash } = JSON.parse(envelope) as Envelope;
  const sealed = envelope.replace(dataHash, dataHashOf(salt, other));
  await write(position, { content: other, envelope: sealed });
}

describe('whoever owns the database is found out', () => {
  it('does nothing, and everything holds', async () => {
    expect(await audited(await takenBundle(api), key)).toMatchObject({ failure: null });
  });

  it.each<[string, FailureCode, () => Promise<unknown>]>([
    [
      'changes an amount',
      'content-not-as-sealed',
      async () => {
        const { position, content } = await first(ofBudget);
        await write(position, { content: content.replace(/"amountOre":-?\d/, '"amountOre":7') });
      },
    ],
    [
      'changes the salt',
      'content-not-as-sealed',
      async () => write((await first(ofBudget)).position, { salt: 'a'.repeat(32) }),
    ],
    [
      'changes an amount and seals it again',
      'previous-event-differs',
      async () => resealed(await first(`${ofBudget} AND revision = 0`)),
    ],
    [
      'does so to the last event of its stream',
      'event-not-in-the-tree',
      async () => resealed(await first(`${ofBudget} AND revision = 2`)),
    ],
    [
      'changes who recorded it',
      'event-not-in-the-tree',
      async () => {
        const { position, envelope } = await first(`${ofBudget} AND revision = 2`);
        await write(position, { envelope: envelope.replace(/"id":"[^"]+","role"/, '"id":"annan","role"') });
      },
    ],
    [
      'deletes an event',
      'stream-not-continued',
      () => database.query(`DELETE FROM event_store.event WHERE ${ofBudget} AND revision = 1`),
    ],
    [
      'deletes an event, and moves those behind it to where it was',
      'stream-not-continued',
      async () => {
        const { position } = await first(`${ofBudget} AND revision = 1`);
        await database.query('DELETE FROM event_store.event WHERE position = $1', [position]);
        const behind = await database.query<Row>(
          'SELECT position FROM event_store.event WHERE position > $1 ORDER BY position',
          [position],
        );
        for (const { position: at } of behind.rows) {
          await write(at, { position: String(Number(at) - 1) });
        }
      },
    ],
    [
      'lets two events change places',
      'stream-not-continued',
      async () => {
        const [a, b] = [
          await first(`${ofBudget} AND revision = 0`),
          await first(`${ofBudget} AND revision = 1`),
        ];
        await write(a.position, { position: '-1' });
        await write(b.position, { position: a.position });
        await write('-1', { position: b.position });
      },
    ],
    [
      'destroys a content without a decision',
      'erased-without-decision',
      () =>
        database.query(
          `UPDATE event_store.event SET content = NULL, salt = NULL WHERE ${ofBudget} AND revision = 0`,
        ),
    ],
  ])('who %s: %s', async (_, code, tamper) => {
    await tamper();
    const { failure } = await audited(await takenBundle(api), key);
    expect(failure).toMatchObject({ code, facts: { id: expect.any(String), place: expect.any(Number) } });
  });

  it('who cuts off the end', async () => {
    await database.query(
      'DELETE FROM event_store.event WHERE position = (SELECT max(position) FROM event_store.event)',
    );
    const { failure } = await audited(await takenBundle(api), key);
    expect(failure).toMatchObject({ code: 'events-miscounted' });
  });

  it('who changes what is shown', async () => {
    const { rows } = await database.query<{ serving_generation: number }>(
      `SELECT serving_generation FROM read_model.registry WHERE name = 'budgets'`,
    );
    const table = `read_model.budgets__g${rows[0]?.serving_generation}`;
    const other = `regexp_replace(doc::text, '\\d{4,}', '4200')::json`;
    await database.query(`CREATE TABLE kept_documents AS SELECT * FROM ${table}`);
    await database.query(`UPDATE ${table} SET doc = ${other}`);
    expect((await audited(await takenBundle(api), key)).failure).toMatchObject({
      code: 'read-model-differs',
      facts: { readModel: 'budgets', problem: 'different' },
    });
    await database.query(`DELETE FROM ${table}`);
    expect((await audited(await takenBundle(api), key)).failure).toMatchObject({
      code: 'read-model-differs',
      facts: { readModel: 'budgets', problem: 'missing' },
    });
    await database.query(`INSERT INTO ${table} SELECT * FROM kept_documents`);
    expect((await audited(await takenBundle(api), key)).failure).toBeNull();
  });
});

describe('whoever has the key of the log as well', () => {
  /** The history anew, signed with the same key: every hash in it is right. */
  async function rewritten(record: (other: TestApi) => Promise<unknown>) {
    const other = await startApi({ config: { notary } });
    try {
      await record(other);
      return { bundle: await takenBundle(other) };
    } finally {
      await other.close();
    }
  }

  const committee = (code: string) => (on: TestApi) =>
    on.record('/api/v1/alingsas/committees', { code, name: 'Nämnden', validFrom: '2019-01-01' });

  it('is found out by the checkpoint that somebody has kept', async () => {
    const { text: since } = await api.get('/api/v1/alingsas/audit/checkpoint');
    const { bundle } = await rewritten(recordErasableYear);
    expect((await audited(bundle, key)).failure).toBeNull();
    expect((await audited(bundle, key, since)).failure).toMatchObject({ code: 'split-view' });

    const longer = await rewritten(async (other) => {
      await recordErasableYear(other);
      await committee('VON')(other);
    });
    expect((await audited(longer.bundle, key, since)).failure).toMatchObject({ code: 'history-rewritten' });
    const shorter = await rewritten(committee('SN'));
    expect((await audited(shorter.bundle, key, since)).failure).toMatchObject({
      code: 'log-shorter-than-before',
    });
  });
});
