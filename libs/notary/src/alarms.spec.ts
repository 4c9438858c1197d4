import { PostgresEventStore } from '#libs/event-store';
import type { Alarm } from './alarm.js';
import { readNotarised } from './log-state.adapter.js';
import {
  appendOf,
  fill,
  newTenant,
  notaryDatabase,
  sealedLog,
  testNotary,
  type NotaryDatabase,
  type TestNotary,
} from './testing/index.js';

let database: NotaryDatabase;
let desk: TestNotary;
let tenant: string;

beforeAll(async () => {
  database = await notaryDatabase();
});

afterAll(() => database.drop());

/** A log of five events, notarised. */
beforeEach(async () => {
  tenant = newTenant();
  await fill(database.store, tenant, 5);
  desk = testNotary(database.dataSource, database.store);
  await desk.notary.catchUp(tenant);
});

const alarmOf = async (of = tenant) => (await readNotarised(database.dataSource.manager, of)).alarm;
const signedSize = async (of = tenant) => (await readNotarised(database.dataSource.manager, of)).signedSize;

/** Adds an event to a stream of its own, and changes its envelope before the notary sees it. */
async function changed(change: string): Promise<void> {
  const { events } = appendOf(tenant, 'budget-SN.other', 2);
  await database.store.append({ ...appendOf(tenant, 'budget-SN.other'), events });
  await database.tamper(
    `UPDATE event_store.event SET envelope = ${change} WHERE tenant_id = $1 AND position = 6`,
    [tenant],
  );
}

const removed = async (condition: string) => {
  await database.tamper(`DELETE FROM event_store.event WHERE tenant_id = $1 AND ${condition}`, [tenant]);
  await database.dataSource.query(
    `UPDATE event_store.log_head AS head SET position = (
       SELECT max(position) FROM event_store.event WHERE tenant_id = head.tenant_id)
     WHERE tenant_id = $1`,
    [tenant],
  );
};

const attacks: readonly [string, () => Promise<unknown>, Alarm['code'], object][] = [
  ['cut short', () => removed('position = 5'), 'log-truncated', { index: 4, position: '5' }],
  [
    'put back to an earlier state and continued',
    async () => {
      await removed('position >= 4');
      // Another process, which remembers nothing of what was there.
      const store = new PostgresEventStore({ connection: database.url });
      for (let n = 0; n < 3; n += 1) await store.append(appendOf(tenant, 'budget-SN.2'));
      await store.close();
    },
    'log-rewritten',
    { index: 4, position: '5', foundPosition: '5' },
  ],
  [
    'rewritten in its last event',
    () =>
      database.tamper(
        `UPDATE event_store.event SET envelope = replace(envelope, '§ 21', '§ 22') WHERE tenant_id = $1 AND position = 5`,
        [tenant],
      ),
    'log-rewritten',
    { index: 4, position: '5', foundPosition: '5' },
  ],
  [
    'robbed of an event within a stream',
    async () => {
      await database.store.append(appendOf(tenant, 'budget-SN.gap', 3));
      await removed('position = 7');
    },
    'stream-broken',
    { index: 6, position: '8', revision: 2, expectedRevision: 1 },
  ],
  [
    'robbed of the first event of a stream',
    async () => {
      await database.store.append(appendOf(tenant, 'budget-SN.gap', 2));
      await removed('position = 6');
    },
    'stream-broken',
    { index: 5, position: '7', revision: 1, expectedRevision: 0, expectedPrev: null },
  ],
  [
    'changed in an event that the next of its stream names',
    () => changed(`replace(envelope, '§ 21', '§ 22')`),
    'stream-broken',
    { index: 6, position: '7', revision: 1, expectedRevision: 1 },
  ],
  [
    'given an envelope that is none',
    () => changed(`replace(envelope, '"v":1', '"v":2')`),
    'envelope-malformed',
    { index: 5, position: '6', reason: expect.stringContaining('has v that is not 1') },
  ],
  [
    'given an envelope with an id that is none',
    () => changed(`regexp_replace(envelope, '"id":"[0-9a-f-]{36}","prev"', '"id":"1","prev"')`),
    'envelope-malformed',
    { index: 5, position: '6', reason: expect.stringContaining('UUID') },
  ],
  [
    'given an envelope larger than a bundle takes',
    () => changed(`replace(envelope, '§ 21', repeat('21', 40000))`),
    'envelope-malformed',
    { index: 5, position: '6', reason: expect.stringContaining('bytes') },
  ],
  [
    'given an event of another municipality',
    () => changed(`replace(envelope, 'municipality-', 'elsewhere-')`),
    'event-of-another-municipality',
    { index: 5, position: '6', stream: expect.stringContaining('elsewhere-') },
  ],
  [
    'given an event that it has already',
    async () => {
      const [first] = await sealedLog(database.store, tenant);
      const { id } = JSON.parse(first?.envelope ?? '{}') as { id: string };
      await changed(`regexp_replace(envelope, '"id":"[0-9a-f-]{36}","prev"', '"id":"${id}","prev"')`);
      await removed('position = 7');
    },
    'event-repeated',
    { fromIndex: 5, toIndex: 5 },
  ],
];

describe('a log stops being signed where it was', () => {
  it.each(attacks)('%s', async (_, attack, code, facts) => {
    await attack();
    await desk.notary.catchUp(tenant);

    expect(await alarmOf()).toMatchObject({ code, facts });
    expect(desk.reports).toEqual([expect.stringContaining(`${tenant}: The log raises an alarm: ${code}`)]);
    await database.store.append(appendOf(tenant)).catch(() => undefined);
    await desk.notary.catchUp(tenant);
    expect(await signedSize()).toBe(5);
    expect(desk.reports).toHaveLength(1);
  });

  it('cut so short that the store calls its position none', async () => {
    await database.dataSource.query(`UPDATE notary.log SET before_last = '7:7' WHERE tenant_id = $1`, [
      tenant,
    ]);
    await desk.notary.catchUp(tenant);
    expect(await alarmOf()).toMatchObject({ code: 'log-truncated', facts: { index: 4, position: '5' } });
  });

  it('taken away', async () => {
    await database.tamper('DELETE FROM event_store.event WHERE tenant_id = $1', [tenant]);
    await database.dataSource.query('DELETE FROM event_store.log_head WHERE tenant_id = $1', [tenant]);
    await desk.notary.catchUp();
    expect(await alarmOf()).toMatchObject({ code: 'log-truncated' });
  });
});

describe('a tree is not signed', () => {
  it('where its tiles no longer give what was signed', async () => {
    await database.dataSource.query(
      'UPDATE notary.tile SET hashes = set_byte(hashes, 40, get_byte(hashes, 40) # 1) WHERE tenant_id = $1',
      [tenant],
    );
    await database.store.append(appendOf(tenant));
    await desk.notary.catchUp(tenant);
    expect(await alarmOf()).toEqual({ code: 'tree-inconsistent', facts: { signedSize: 5, size: 6 } });
  });

  it('where a checkpoint of its size is there', async () => {
    await database.dataSource.query(
      `INSERT INTO notary.checkpoint SELECT tenant_id, 6, root, note, now() FROM notary.checkpoint WHERE tenant_id = $1`,
      [tenant],
    );
    await database.store.append(appendOf(tenant));
    await desk.notary.catchUp(tenant);
    expect(await alarmOf()).toEqual({ code: 'tree-inconsistent', facts: { signedSize: 5, size: 6 } });
  });
});

describe('an alarm', () => {
  it('stops no other municipality, and every notary of its own', async () => {
    const whole = newTenant();
    await removed('position = 5');
    await fill(database.store, whole, 3);
    await desk.notary.catchUp();
    const other = testNotary(await database.connect(), database.store);
    await other.notary.catchUp();

    expect([await signedSize(whole), await alarmOf(whole)]).toEqual([3, null]);
    expect(await alarmOf()).toMatchObject({ code: 'log-truncated' });
    expect(other.reports).toEqual([]);
  });

  it('is raised again where the log is tried again and is not whole', async () => {
    const [last] = await database.dataSource.query<{ envelope: string }[]>(
      'SELECT envelope FROM event_store.event WHERE tenant_id = $1 AND position = 5',
      [tenant],
    );
    const write = (envelope = '') =>
      database.tamper('UPDATE event_store.event SET envelope = $2 WHERE tenant_id = $1 AND position = 5', [
        tenant,
        envelope,
      ]);
    await write(last?.envelope.replace('§ 21', '§ 22'));
    await desk.notary.catchUp(tenant);
    expect(await desk.notary.retry(tenant)).toBe(true);
    await desk.notary.catchUp(tenant);
    expect(await alarmOf()).toMatchObject({ code: 'log-rewritten' });

    await write(last?.envelope);
    expect(await desk.notary.retry(tenant)).toBe(true);
    await database.store.append(appendOf(tenant));
    await desk.notary.catchUp(tenant);
    expect([await alarmOf(), await signedSize()]).toEqual([null, 6]);
    expect(await desk.notary.retry(tenant)).toBe(false);
  });
});

describe('what was signed', () => {
  it.each(['UPDATE notary.checkpoint SET root = root', 'DELETE FROM notary.checkpoint'])(
    'stays: %s',
    async (statement) => {
      await expect(database.dataSource.query(statement)).rejects.toThrow('What was signed is never changed');
    },
  );
});
