import { InMemoryEventStore } from '#libs/event-store';
import {
  append,
  counted,
  counts,
  readModelDatabase,
  testProcess,
  type ReadModelDatabase,
} from './testing/index.js';

const sn2023 = 'alingsas:counting-SN.2023';
let database: ReadModelDatabase;
beforeAll(async () => void (database = await readModelDatabase([counts])));
beforeEach(() => database.reset());
afterAll(() => database.drop());

async function caughtUp() {
  const store = new InMemoryEventStore();
  const { runner } = testProcess(database.dataSource, store, [counts]);
  await append(store, sn2023, counted(1, 'chairs', 'tables'));
  await append(store, 'lerum:counting-SN.2023', counted(1, 'chairs'));
  await runner.catchUp();
  return { runner, store };
}

const differences = async ({ runner }: Awaited<ReturnType<typeof caughtUp>>) =>
  (await runner.verify('test-counts')).differences.map(({ tenant, key, problem }) => [tenant, key, problem]);

describe('verifying a read model', () => {
  it('finds nothing where it is what the log says, however far it has come', async () => {
    const { runner, store } = await caughtUp();
    await append(store, sn2023, counted(1, 'chairs'));

    expect(await runner.verify('test-counts')).toEqual({
      readModel: 'test-counts',
      generation: 1,
      documents: 5,
      differences: [],
    });
  });

  it.each([
    [
      'a changed document',
      `UPDATE read_model.test_counts__g1 SET doc = replace(doc::text, '"sum":1', '"sum":2')::json WHERE tenant_id = 'lerum' AND doc_key = 'SN.all'`,
      ['lerum', 'SN.all', 'different'],
    ],
    [
      'a changed index',
      `UPDATE read_model.test_counts__g1 SET year = 2024 WHERE doc_key = 'SN.2023.tables'`,
      ['alingsas', 'SN.2023.tables', 'different'],
    ],
    [
      'a document that was deleted',
      `DELETE FROM read_model.test_counts__g1 WHERE doc_key = 'SN.2023.tables'`,
      ['alingsas', 'SN.2023.tables', 'missing'],
    ],
    [
      'a document that was added',
      `INSERT INTO read_model.test_counts__g1 VALUES ('alingsas', 'x', NULL, NULL, '', '{}')`,
      ['alingsas', 'x', 'extra'],
    ],
    [
      'a document of a municipality without a log',
      `INSERT INTO read_model.test_counts__g1 VALUES ('ale', 'x', NULL, NULL, '', '{}')`,
      ['ale', 'x', 'extra'],
    ],
    [
      'a page that was left out',
      `UPDATE read_model.checkpoint SET position = '2' WHERE tenant_id = 'alingsas'`,
      ['alingsas', 'SN.2023.chairs', 'different'],
    ],
  ])('finds %s', async (_, tampering, difference) => {
    const process = await caughtUp();
    await append(process.store, sn2023, counted(1, 'chairs'));
    await database.dataSource.manager.query(tampering);

    expect(await differences(process)).toContainEqual(difference);
  });

  it('shows what the log says and what is stored', async () => {
    const { runner } = await caughtUp();
    await database.dataSource.manager.query(
      `UPDATE read_model.test_counts__g1 SET doc = '{}' WHERE doc_key = 'SN.2023.tables'`,
    );

    expect((await runner.verify('test-counts')).differences).toEqual([
      {
        tenant: 'alingsas',
        key: 'SN.2023.tables',
        problem: 'different',
        expected:
          '["SN",2023,"2023 tables"] {"committee":"SN","year":2023,"thing":"tables","sum":1,"trail":["1"],"revision":0}',
        stored: '["SN",2023,"2023 tables"] {}',
      },
    ]);
  });

  it('looks at what serves now where a rebuild switches meanwhile', async () => {
    const { runner } = await caughtUp();
    const verifications = Promise.all(Array.from({ length: 20 }, () => runner.verify('test-counts')));
    await runner.rebuild('test-counts');

    expect((await verifications).flatMap(({ differences: found }) => found)).toEqual([]);
    expect((await verifications).map(({ documents }) => documents)).toEqual(
      Array.from({ length: 20 }, () => 5),
    );
  });
});
