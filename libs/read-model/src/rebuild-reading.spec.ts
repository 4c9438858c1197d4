import { erasureStream, erasureType, InMemoryEventStore } from '#libs/event-store';
import type { DomainEvent, Projection } from '#libs/kernel';
import { OtherVersionServesError } from './errors.js';
import {
  append,
  counted,
  counts,
  readModelDatabase,
  testProcess,
  until,
  type Count,
  type Counted,
  type ReadModelDatabase,
} from './testing/index.js';

const stream = 'alingsas:counting-SN.2023';
const elsewhere: Projection<Count, Counted> = { ...counts, name: 'test-elsewhere', contexts: ['elsewhere'] };
const projections = [counts, elsewhere];
let database: ReadModelDatabase;
let store: InMemoryEventStore;
beforeAll(async () => void (database = await readModelDatabase(projections)));
beforeEach(async () => {
  await database.reset();
  store = new InMemoryEventStore();
});
afterAll(() => database.drop());

const tables = async () => {
  const rows = await database.dataSource.manager.query<{ name: string }[]>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'read_model' AND tablename LIKE 'test%' ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
};

async function eraseFirst(): Promise<void> {
  const { events } = await store.readLog('alingsas', { limit: 1 });
  const { id, revision } = events[0]!.record;
  const data = { events: [{ id, stream, revision, type: 'Counted' }], reason: 'Gallring' };
  const decision: DomainEvent = {
    type: erasureType,
    data,
    basis: { kind: 'report', effectiveOn: '2026-01-20' },
  };
  await append(store, `alingsas:${erasureStream}`, decision);
  await store.erase('alingsas', [id]);
}

describe('a rebuild of what reads a context', () => {
  it('leaves nothing of what has been erased, and what does not read it as it was', async () => {
    const { runner, readModels } = testProcess(database.dataSource, store, projections);
    await append(store, stream, counted(5, 'chairs'), counted(2, 'chairs'));
    await runner.catchUp();
    await eraseFirst();
    await runner.rebuildReading(['counting']);

    expect(await readModels.get(counts, 'alingsas', 'SN.all')).toMatchObject({ sum: 2 });
    expect(await tables()).toEqual(['test_counts__g2', 'test_elsewhere__g1']);
    expect(await runner.verify('test-counts')).toMatchObject({ differences: [] });
  });

  it('begins when one that is under way is over', async () => {
    const opened = Promise.withResolvers<void>();
    const readers = { waiting: 0 };
    const { runner } = testProcess(database.dataSource, store, projections);
    await append(store, stream, counted(5, 'chairs'), counted(2, 'chairs'));
    await runner.catchUp();
    /** Gives the page that it read before, when it is let. */
    const slow = Object.create(store) as InMemoryEventStore;
    slow.readLog = async (...call) => {
      const page = await store.readLog(...call);
      readers.waiting += 1;
      await opened.promise;
      return page;
    };
    const other = testProcess(await database.connect(), slow, projections);
    const earlier = other.runner.rebuild('test-counts');
    await until(() => readers.waiting > 0);
    await eraseFirst();
    const later = runner.rebuildReading(['counting']);
    opened.resolve();
    await Promise.all([earlier, later]);

    expect(await tables()).toEqual(['test_counts__g3', 'test_elsewhere__g1']);
    expect(await runner.verify('test-counts')).toMatchObject({ generation: 3, differences: [] });
  });

  it('waits until nobody reads what served before, and then drops it', async () => {
    const { runner } = testProcess(database.dataSource, store, projections, { switchWaitMs: 20 });
    await append(store, stream, counted(5, 'chairs'));
    await runner.catchUp();
    const reader = (await database.connect()).createQueryRunner();
    await reader.startTransaction();
    await reader.query('SELECT FROM read_model.test_counts__g1');
    let done = false;
    const rebuilding = runner.rebuildReading(['counting']).then(() => (done = true));
    await until(async () => (await tables()).includes('test_counts__g2'));
    await until(async () => (await runner.status())[0]?.serving?.generation === 2);
    const whileReading = [done, await tables()];
    await reader.rollbackTransaction();
    await rebuilding;

    expect(whileReading).toEqual([false, ['test_counts__g1', 'test_counts__g2', 'test_elsewhere__g1']]);
    expect(await tables()).toEqual(['test_counts__g2', 'test_elsewhere__g1']);
    await reader.release();
  });

  it('leaves to others what another version of the projection serves', async () => {
    const newer = testProcess(database.dataSource, store, [{ ...counts, version: 2 }, elsewhere]);
    await append(store, stream, counted(5, 'chairs'));
    await newer.runner.catchUp();
    const { runner } = testProcess(database.dataSource, store, projections);

    await expect(runner.rebuildReading(['counting'])).rejects.toThrow(OtherVersionServesError);
    expect(await tables()).toEqual(['test_counts__g1', 'test_elsewhere__g1']);
  });
});
