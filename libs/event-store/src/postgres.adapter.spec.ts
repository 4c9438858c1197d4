import { describeEventStore } from './testing/index.js';
import { postgresCapabilities, PostgresUnderTest } from './testing/postgres-under-test.js';

describeEventStore('the event store in PostgreSQL', () => PostgresUnderTest.open(), postgresCapabilities);
