import {
  openRealServer,
  openTestServer,
  realServer,
  testServerCapabilities,
} from '../../../../test/eventstoredb-server/store-under-test.js';
import { describeEventStore } from '../testing/index.js';

if (realServer === undefined) {
  describeEventStore('the event store in EventStoreDB', openTestServer, testServerCapabilities);
} else {
  const open = () => openRealServer(realServer!);
  describeEventStore('the event store in a real EventStoreDB', open, {
    another: async () => (await open()).store,
  });
}
