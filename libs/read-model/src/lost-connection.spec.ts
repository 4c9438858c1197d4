import { InMemoryEventStore } from '#libs/event-store';
import {
  append,
  counted,
  counts,
  readModelDatabase,
  testProcess,
  until,
  type ReadModelDatabase,
} from './testing/index.js';

const sn2023 = 'alingsas:counting-SN.2023';
let database: ReadModelDatabase;
beforeAll(async () => void (database = await readModelDatabase([counts])));
afterAll(() => database.drop());

/** Ends the connection that waits in the middle of writing a page; false where there is none yet. */
async function killWhoeverWritesAPage(): Promise<boolean> {
  const [killed] = await database.dataSource.manager.query<{ done: boolean }[]>(
    `SELECT pg_terminate_backend(pid) AS done FROM pg_stat_activity
     WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%read_model."test_counts__g1"%' AND pid <> pg_backend_pid()`,
  );
  return killed?.done ?? false;
}

describe('a connection that is lost while a page is being written', () => {
  it('loses and doubles nothing', async () => {
    const store = new InMemoryEventStore();
    const { runner, readModels, reports } = testProcess(await database.connect(), store, [counts], {
      pageSize: 10,
    });
    await append(store, sn2023, counted(1, 'chairs'));
    await runner.catchUp();
    await runner.start();
    await database.dataSource.transaction(async (blocker) => {
      // Holds a document that the page writes, after the checkpoint has been moved in the same statement.
      await blocker.query(`SELECT FROM read_model."test_counts__g1" WHERE doc_key = 'SN.all' FOR UPDATE`);
      await append(store, sn2023, ...Array.from({ length: 25 }, () => counted(1, 'chairs', 'tables')));
      await until(killWhoeverWritesAPage);
      await until(() => reports.length > 0);
    });
    await runner.catchUp();

    expect(reports[0]).toContain('"test-counts" did not advance for alingsas (attempt 1)');
    expect(await readModels.get(counts, 'alingsas', 'SN.all')).toMatchObject({ sum: 26 });
    expect((await runner.verify('test-counts')).differences).toEqual([]);
    expect((await runner.status())[0]?.municipalities[0]).toMatchObject({ position: '26', outage: null });
    await runner.stop();
  });
});
