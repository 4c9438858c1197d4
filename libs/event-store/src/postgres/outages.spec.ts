import { createServer, type AddressInfo } from 'node:net';
import pg from 'pg';
import { EventStoreUnavailableError } from '../errors.js';
import type { AppendResult } from '../event-store.js';
import { PostgresEventStore } from '../postgres.adapter.js';
import { PostgresUnderTest } from '../testing/postgres-under-test.js';
import { collect, follow, idsOf, readAll } from '../testing/reading.js';
import { appendTo, newEvent, newTenant } from '../testing/sample-append.js';

describe('the event store in PostgreSQL', () => {
  let opened: PostgresUnderTest;
  beforeAll(async () => {
    opened = await PostgresUnderTest.open();
  });
  afterAll(() => opened.close());
  const streamOf = (tenant: string) => ({ tenant, name: 'budget-SN.2023' });

  async function asOwner<T>(use: (client: pg.Client) => Promise<T>): Promise<T> {
    const client = new pg.Client({ connectionString: opened.database.url });
    await client.connect();
    try {
      return await use(client);
    } finally {
      await client.end();
    }
  }

  /** Holds the heads of logs as a transaction does that never ends, for as long as `meanwhile` takes. */
  function whileStalled(tenants: readonly string[], meanwhile: () => Promise<void>): Promise<void> {
    return asOwner(async (client) => {
      await client.query('BEGIN');
      await client.query('SELECT FROM event_store.log_head WHERE tenant_id = ANY ($1) FOR UPDATE', [tenants]);
      await meanwhile();
      await client.query('ROLLBACK');
    });
  }

  it('serves the others, however many municipalities stall, and loses nothing of those', async () => {
    const stalled = Array.from({ length: 12 }, () => newTenant());
    const healthy = newTenant();
    for (const tenant of stalled) await opened.store.append(appendTo(streamOf(tenant)));
    const store = new PostgresEventStore({
      connection: opened.database.url,
      writeConnections: 2,
      lockTimeoutMs: 50,
      appendTimeoutMs: 25_000,
    });

    const late: Promise<AppendResult>[] = [];
    await whileStalled(stalled, async () => {
      late.push(...stalled.map((tenant) => store.append(appendTo(streamOf(tenant), { expected: 0 }))));
      for (let n = 0; n < 10; n += 1) {
        expect(await store.append(appendTo(streamOf(healthy)))).toMatchObject({ revision: n });
      }
      expect(await readAll(store, stalled[0]!)).toHaveLength(1);
    });

    for (const result of await Promise.all(late)) expect(result).toMatchObject({ revision: 1 });
    await store.close();
  });

  it('tells an outage for the municipality that stalls for too long', async () => {
    const [stalled, healthy] = [newTenant(), newTenant()];
    await opened.store.append(appendTo(streamOf(stalled)));
    const options = { connection: opened.database.url, appendTimeoutMs: 300, lockTimeoutMs: 50 };
    const store = new PostgresEventStore(options);

    await whileStalled([stalled], async () => {
      await expect(store.append(appendTo(streamOf(stalled)))).rejects.toThrow(EventStoreUnavailableError);
      await opened.store.append(appendTo(streamOf(healthy)));
      // Closed while the stall lasts: an attempt still under way could be recorded after it.
      await store.close();
    });

    expect(await opened.store.append(appendTo(streamOf(stalled), { expected: 0 }))).toMatchObject({
      revision: 1,
    });
  });

  it('tells an outage where no server answers', async () => {
    const port = await freePort();
    const connection = `postgres://nobody@127.0.0.1:${port}/nothing`;
    const store = new PostgresEventStore({ connection, appendTimeoutMs: 200 });
    const tenant = newTenant();
    const stop = new AbortController();
    const following = collect(store.changes(stop.signal));

    for (const attempt of [
      store.append(appendTo(streamOf(tenant))),
      store.readLog(tenant, { limit: 1 }),
      store.findEvent(tenant, newEvent().id),
      store.heads(),
      store.ping(),
    ]) {
      await expect(attempt).rejects.toThrow(EventStoreUnavailableError);
    }
    stop.abort();
    await following;
    await store.close();
  });

  it('tells an outage where the tables are missing, when it is asked whether it can be read', async () => {
    const url = new URL(opened.database.url);
    url.pathname = '/postgres';
    const store = new PostgresEventStore({ connection: url.href });

    await expect(store.ping()).rejects.toThrow(EventStoreUnavailableError);
    await expect(store.append(appendTo(streamOf(newTenant())))).rejects.toMatchObject({ code: '42P01' });
    await store.close();
  });

  it('goes on after every connection was terminated', async () => {
    const tenant = newTenant();
    const store = new PostgresEventStore({ connection: opened.database.url, pollIntervalMs: 3_600_000 });
    const following = follow(store, tenant, 3);
    await store.append(appendTo(streamOf(tenant), { expected: 'noStream' }));
    await readAll(store, tenant);

    await asOwner((client) =>
      client.query(
        'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
      ),
    );
    expect(await readAll(store, tenant)).toHaveLength(1);
    expect(await store.append(appendTo(streamOf(tenant), { expected: 0 }))).toMatchObject({ revision: 1 });
    // Appended by another process: the follower hears of it through a listener that has been opened again.
    await opened.store.append(appendTo(streamOf(tenant), { expected: 1 }));

    expect((await following).map(({ record }) => record.revision)).toEqual([0, 1, 2]);
    await store.close();
  });

  it.each(['cut', 'cut before the answer'] as const)(
    'settles an append that is recorded in one round trip, where the connection is %s',
    async (action) => {
      const stream = streamOf(newTenant());
      const meddling = {
        whenSent: Buffer.from('the second'),
        action,
        answer: Buffer.from('INSERT 0 2'),
        times: 1,
      };
      const store = new PostgresEventStore({ connection: (await opened.meddle(meddling)).url });
      await store.append(appendTo(stream, { expected: 'noStream' }));
      const events = [newEvent({ data: 'the second' }), newEvent()];
      const append = appendTo(stream, { expected: 0, events });

      const result = await store.append(append);

      const recorded = await collect(opened.store.readStream(stream, { from: 1 }));
      const { revision, position, recordedAt } = recorded[1]!.record;
      const outcome = action === 'cut' ? 'appended' : 'duplicate';
      expect(result).toEqual({ outcome, revision, position, recordedAt });
      expect(idsOf(recorded)).toEqual(events.map(({ id }) => id));
      expect(await store.append(appendTo(stream, { expected: 2 }))).toMatchObject({ revision: 3 });
      await store.close();
    },
  );

  it('lets an append that the database refuses fail alone', async () => {
    await asOwner((client) =>
      client.query(`
        CREATE FUNCTION refuse_poison() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF new.type = 'Poison' THEN RAISE EXCEPTION 'poison'; END IF;
          RETURN new;
        END $$;
        CREATE TRIGGER refuse_poison BEFORE INSERT ON event_store.event FOR EACH ROW EXECUTE FUNCTION refuse_poison()`),
    );
    const stream = streamOf(newTenant());
    const appends = Array.from({ length: 9 }, (_, n) =>
      appendTo(stream, { events: [newEvent(n === 4 ? { type: 'Poison' } : {})] }),
    );

    const results = await Promise.allSettled(appends.map((append) => opened.store.append(append)));

    const failed = results.flatMap((result, n) => (result.status === 'rejected' ? [n] : []));
    expect(failed).toEqual([4]);
    expect(results[4]).toMatchObject({ reason: { message: 'poison' } });
    const recorded = appends.filter((_, n) => n !== 4).map(({ events }) => events[0]!.id);
    expect(idsOf(await collect(opened.store.readStream(stream)))).toEqual(recorded);
  });

  it('lets recordedAt stand still where the clock goes back, here or in another process', async () => {
    const clocks = ['2026-03-29T03:00:00.000Z', '2026-03-29T02:00:00.000Z'] as const;
    const connection = opened.database.url;
    const [ahead, behind] = clocks.map(
      (time) => new PostgresEventStore({ connection }, () => new Date(time)),
    );
    const stream = streamOf(newTenant());

    for (const store of [ahead!, ahead!, behind!, behind!, behind!]) {
      expect(await store.append(appendTo(stream))).toMatchObject({ recordedAt: clocks[0] });
    }
    await Promise.all([ahead!.close(), behind!.close()]);
  });

  it.each([
    ['maxBatch', 0],
    ['appendTimeoutMs', -1],
    ['pollIntervalMs', 0.5],
  ])('refuses the setting %s of %p', (name, value) => {
    const options = { connection: opened.database.url, [name]: value };

    expect(() => new PostgresEventStore(options)).toThrow(new RangeError(`${name} cannot be ${value}.`));
  });
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
