import {
  openRealServer,
  openTestServer,
  realServer,
  testServerCapabilities,
} from '../../../../test/eventstoredb-server/store-under-test.js';
import { describeEventStore } from '../testing/index.js';

// Every append is several calls, and client and server share the test's process.
import.meta.jest.setTimeout(120_000);

if (realServer === undefined) {
  describeEventStore('the event store in EventStoreDB', openTestServer, testServerCapabilities);
} else {
  const open = () => openRealServer(realServer!);
  describeEventStore('the event store in a real EventStoreDB', open, {
    another: async () => (await open()).store,
  });
}
