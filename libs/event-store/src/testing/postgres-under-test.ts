import { DataSource } from 'typeorm';
import { freshDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { eventStoreMigrations } from '../postgres/migrations.adapter.js';
import { PostgresEventStore } from '../postgres.adapter.js';
import { MeddlingProxy, type Meddling } from './meddling-proxy.js';
import type { Capabilities, StoreUnderTest } from './store-under-test.js';

/** A store in a database of its own, and what it takes to open more of them. */
export class PostgresUnderTest implements StoreUnderTest {
  readonly store: PostgresEventStore;
  private readonly proxies: MeddlingProxy[] = [];

  private constructor(readonly database: TestDatabase) {
    this.store = new PostgresEventStore({ connection: database.url });
  }

  static async open(): Promise<PostgresUnderTest> {
    const database = await freshDatabase();
    await migrate(database.url);
    return new PostgresUnderTest(database);
  }

  /** Starts a proxy in front of the database; answers it and the URL that leads through it. */
  async meddle(meddling: Meddling): Promise<{ proxy: MeddlingProxy; url: string }> {
    const url = new URL(this.database.url);
    const proxy = await MeddlingProxy.start({ host: url.hostname, port: Number(url.port) }, meddling);
    this.proxies.push(proxy);
    url.port = String(proxy.port);
    return { proxy, url: url.href };
  }

  async close(): Promise<void> {
    await this.store.close();
    for (const proxy of this.proxies) await proxy.close();
    await this.database.drop();
  }
}

export async function migrate(url: string): Promise<void> {
  const source = new DataSource({ type: 'postgres', url, migrations: eventStoreMigrations });
  await source.initialize();
  try {
    await source.runMigrations();
  } finally {
    await source.destroy();
  }
}

/** The message `COMMIT` of the simple query protocol, and the tag that completes it. */
const commit = Buffer.from('Q\0\0\0\x0bCOMMIT\0');
const committed = Buffer.from('C\0\0\0\x0bCOMMIT\0');
const listen = Buffer.from('LISTEN ');

export const postgresCapabilities: Capabilities<PostgresUnderTest> = {
  another: async ({ database }) => new PostgresEventStore({ connection: database.url }),
  stall: async (opened) => {
    const { proxy, url } = await opened.meddle({ whenSent: commit, action: 'hold', times: 1 });
    const store = new PostgresEventStore({ connection: url, lockTimeoutMs: 25_000, appendTimeoutMs: 25_000 });
    return { store, stalled: proxy.held, release: () => proxy.release() };
  },
  cut: async (opened, moment) => {
    const action = moment === 'before it is recorded' ? 'cut' : 'cut before the answer';
    const { url } = await opened.meddle({ whenSent: commit, action, answer: committed, times: 1 });
    return new PostgresEventStore({ connection: url });
  },
  deaf: async (opened) => {
    const { url } = await opened.meddle({ whenSent: listen, action: 'cut' });
    return new PostgresEventStore({ connection: url, pollIntervalMs: 20 });
  },
};
