import { PostgresEventStore } from './postgres.adapter.js';
import { describeEventStore } from './testing/index.js';
import { postgresCapabilities, PostgresUnderTest } from './testing/postgres-under-test.js';
import { follow } from './testing/reading.js';
import { appendTo, newTenant } from './testing/sample-append.js';

describeEventStore('the event store in PostgreSQL', () => PostgresUnderTest.open(), postgresCapabilities);

describe('followers of the event store in PostgreSQL', () => {
  it('are woken by another process, though they would poll once an hour', async () => {
    const opened = await PostgresUnderTest.open();
    const connection = opened.database.url;
    const patient = new PostgresEventStore({ connection, pollIntervalMs: 3_600_000 });
    const stream = { tenant: newTenant(), name: 'budget-SN.2023' };
    const appendOne = async () => void (await opened.store.append(appendTo(stream)));

    const following = follow(patient, stream.tenant, 5, { onPage: appendOne });
    await appendOne();

    expect((await following).map(({ record }) => record.revision)).toEqual([0, 1, 2, 3, 4]);
    await patient.close();
    await opened.close();
  });
});
