import { EventStoreDbTestServer } from './server.js';

// The test server as a process of its own, for whoever measures. Tells its connection string and runs until it is ended.
const server = await EventStoreDbTestServer.start();
process.stdout.write(`${server.connectionString()}\n`);
