import { EventStoreDbEventStore } from '../../libs/event-store/src/eventstoredb/eventstoredb.adapter.js';
import type { EventStoreDbOptions } from '../../libs/event-store/src/eventstoredb/options.js';
import { EventStoreDbTestServer, type TestServerOptions } from './server.js';

/** Servers and stores of one test; they are closed after it. */
export interface Given {
  server(options?: TestServerOptions): Promise<EventStoreDbTestServer>;
  /** Attempts are given up after 300 ms unless told otherwise. */
  store(
    connectionString: string,
    options?: Partial<EventStoreDbOptions>,
    now?: () => Date,
  ): Promise<EventStoreDbEventStore>;
}

export function given(): Given {
  const servers: EventStoreDbTestServer[] = [];
  const stores: EventStoreDbEventStore[] = [];
  afterEach(async () => {
    await Promise.all(stores.splice(0).map((store) => store.close()));
    for (const server of servers.splice(0)) server.kill();
  });
  return {
    async server(options) {
      const server = await EventStoreDbTestServer.start(options);
      servers.push(server);
      return server;
    },
    async store(connectionString, options, now) {
      const store = await EventStoreDbEventStore.open(connectionString, { attemptMs: 300, ...options }, now);
      stores.push(store);
      return store;
    },
  };
}
