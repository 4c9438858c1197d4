import { EventStoreDbEventStore } from '../../libs/event-store/src/eventstoredb/eventstoredb.adapter.js';
import type { Capabilities, StoreUnderTest } from '../../libs/event-store/src/testing/index.js';
import { EventStoreDbTestServer } from './server.js';

export interface EventStoreDbUnderTest extends StoreUnderTest {
  readonly connectionString: string;
}

/** A real server, which must be empty, where the variable EVENTSTORE_URL names one by its connection string. */
export const realServer = process.env['EVENTSTORE_URL'];

export async function openRealServer(connectionString: string): Promise<EventStoreDbUnderTest> {
  const store = await EventStoreDbEventStore.open(connectionString);
  return { store, connectionString, close: () => store.close() };
}

export interface TestServerUnderTest extends EventStoreDbUnderTest {
  readonly server: EventStoreDbTestServer;
}

export async function openTestServer(): Promise<TestServerUnderTest> {
  const server = await EventStoreDbTestServer.start();
  const connectionString = server.connectionString();
  const store = await EventStoreDbEventStore.open(connectionString);
  const close = async (): Promise<void> => {
    await store.close();
    server.kill();
  };
  return { store, server, connectionString, close };
}

const logStream = /^[a-z0-9-]+:/;

/** What only a server that misbehaves on command is capable of. */
export const testServerCapabilities: Capabilities<TestServerUnderTest> = {
  another: ({ connectionString }) => EventStoreDbEventStore.open(connectionString),
  async cut({ server, connectionString }, moment) {
    const store = await EventStoreDbEventStore.open(connectionString);
    const fault = moment === 'before it is recorded' ? 'cut-before' : 'cut-after';
    server.faults.appends.push({ stream: logStream, fault });
    return store;
  },
  async deaf({ server, connectionString }) {
    server.faults.silentSubscriptions = true;
    return EventStoreDbEventStore.open(connectionString, { pollIntervalMs: 50 });
  },
};
