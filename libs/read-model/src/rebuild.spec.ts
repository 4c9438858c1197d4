import { InMemoryEventStore } from '#libs/event-store';
import type { Projection } from '#libs/kernel';
import { RebuildFailedError, RebuildInProgressError, UnknownReadModelError } from './errors.js';
import { registryEntity } from './registry.entity.js';
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

const sn2023 = 'alingsas:counting-SN.2023';
const chairs = (many: number) => Array.from({ length: many }, () => counted(1, 'chairs'));
/** The next version of the projection counts everything twice. */
const doubled: Projection<Count, Counted> = {
  ...counts,
  version: 2,
  evolve: (count, event) => counts.evolve(counts.evolve(count, event), event),
};
let database: ReadModelDatabase;
let store: InMemoryEventStore;
beforeAll(async () => void (database = await readModelDatabase([counts])));
beforeEach(async () => {
  await database.reset();
  store = new InMemoryEventStore();
});
afterAll(() => database.drop());

const tables = async () => {
  const rows = await database.dataSource.manager.query<{ name: string }[]>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'read_model' AND tablename LIKE 'test%'`,
  );
  return rows.map(({ name }) => name);
};

const building = async () => {
  const [entry] = await database.dataSource.manager.find(registryEntity);
  return entry?.buildingGeneration ?? null;
};

describe('a rebuild', () => {
  it('shows nobody a gap while facts are recorded and documents are read', async () => {
    const { runner, readModels } = testProcess(database.dataSource, store, [counts], { rebuildPageSize: 10 });
    await append(store, sn2023, ...chairs(200));
    await runner.catchUp();
    await runner.start();
    const done = new AbortController();
    const rebuilds = (async () => {
      for (let n = 0; n < 5; n += 1) await runner.rebuild('test-counts');
    })().finally(() => done.abort());
    const recording = (async () => {
      while (!done.signal.aborted) {
        const { position } = await append(store, sn2023, counted(1, 'chairs'));
        const count = await readModels.get(counts, 'alingsas', 'SN.all', { afterPosition: position });
        expect(count?.sum).toBeGreaterThanOrEqual(Number(position));
      }
    })();
    const reading = (async () => {
      for (let seen = 200; !done.signal.aborted;) {
        const [all, one] = await readModels.list(counts, 'alingsas', { committee: 'SN' });
        expect(one?.sum).toBe(all?.sum);
        expect(all?.sum).toBeGreaterThanOrEqual(seen);
        seen = all?.sum ?? 0;
      }
    })();
    await Promise.all([rebuilds, recording, reading]);
    await runner.catchUp();

    expect(await runner.verify('test-counts')).toMatchObject({ generation: 6, differences: [] });
    expect(await tables()).toEqual(['test_counts__g6']);
    await runner.stop();
  });

  it('tells how far it has come', async () => {
    const { runner } = testProcess(database.dataSource, store, [counts], { rebuildPageSize: 40 });
    await append(store, sn2023, ...chairs(60));
    await append(store, 'lerum:counting-SN.2023', ...chairs(30));
    await runner.catchUp();
    const told: unknown[] = [];
    await runner.rebuild('test-counts', { onProgress: (progress) => told.push(progress) });

    expect(told).toEqual([40, 60, 90].map((events) => ({ events, total: 90 })));
  });

  it('is refused while another one is under way, and for a read model that there is none of', async () => {
    const opened = Promise.withResolvers<void>();
    class ClosedEventStore extends InMemoryEventStore {
      override async readLog(...call: Parameters<InMemoryEventStore['readLog']>) {
        await opened.promise;
        return super.readLog(...call);
      }
    }
    const closed = new ClosedEventStore();
    await append(closed, sn2023, ...chairs(3));
    const { runner } = testProcess(database.dataSource, closed, [counts]);
    const other = testProcess(await database.connect(), closed, [counts]);
    const rebuilding = runner.rebuild('test-counts');
    await until(async () => (await building()) !== null);

    await expect(other.runner.rebuild('test-counts')).rejects.toThrow(
      new RebuildInProgressError('test-counts'),
    );
    await expect(runner.rebuild('accounts')).rejects.toThrow(new UnknownReadModelError('accounts'));
    opened.resolve();
    await rebuilding;
    expect(await building()).toBeNull();
  });

  it('that is cut off leaves what serves as it was, and the next one starts afresh', async () => {
    const { runner, readModels } = testProcess(database.dataSource, store, [counts], { rebuildPageSize: 5 });
    await append(store, sn2023, ...chairs(20));
    await runner.catchUp();
    const ownDataSource = await database.connect();
    const crashing = testProcess(ownDataSource, store, [counts], { rebuildPageSize: 5 });
    const crash = () => ownDataSource.destroy();
    await expect(
      crashing.runner.rebuild('test-counts', { onProgress: () => void crash() }),
    ).rejects.toThrow();

    expect(await tables()).toEqual(['test_counts__g1', 'test_counts__g2']);
    expect((await runner.status())[0]).toMatchObject({
      serving: { generation: 1 },
      building: { generation: 2 },
    });
    await append(store, sn2023, ...chairs(1));
    await runner.catchUp();
    expect(await readModels.get(counts, 'alingsas', 'SN.all')).toMatchObject({ sum: 21 });

    await runner.rebuild('test-counts');
    expect(await tables()).toEqual(['test_counts__g3']);
    expect(await runner.verify('test-counts')).toMatchObject({
      generation: 3,
      documents: 2,
      differences: [],
    });
    expect((await runner.status())[0]).toMatchObject({ serving: { generation: 3 }, building: null });
  });

  it('can be given up', async () => {
    const { runner } = testProcess(database.dataSource, store, [counts], { rebuildPageSize: 1 });
    await append(store, sn2023, ...chairs(3));
    await runner.catchUp();
    const giveUp = new AbortController();
    const options = { signal: giveUp.signal, onProgress: () => giveUp.abort(new Error('Enough.')) };

    await expect(runner.rebuild('test-counts', options)).rejects.toThrow('Enough.');
    expect((await runner.status())[0]).toMatchObject({ serving: { generation: 1 }, building: null });
    expect(await tables()).toEqual(['test_counts__g1']);
  });

  it('that cannot take in an event which the serving documents hold is given up', async () => {
    const { runner } = testProcess(database.dataSource, store, [counts]);
    await append(store, sn2023, ...chairs(3));
    await runner.catchUp();
    const broken: Projection<Count, Counted> = {
      ...counts,
      evolve: (count, event) => {
        if (event.record.revision === 2) throw new Error('Cannot count that far.');
        return counts.evolve(count, event);
      },
    };
    const { runner: other } = testProcess(database.dataSource, store, [broken]);

    await expect(other.rebuild('test-counts')).rejects.toThrow(RebuildFailedError);
    expect((await runner.status())[0]).toMatchObject({ serving: { generation: 1 }, building: null });
    expect((await runner.verify('test-counts')).differences).toEqual([]);
  });

  it('waits for somebody who reads the documents for long without holding up the others', async () => {
    const settings = { switchWaitMs: 20, switchAttempts: 1_000 };
    const { runner, readModels } = testProcess(database.dataSource, store, [counts], settings);
    await append(store, sn2023, ...chairs(3));
    await runner.catchUp();
    let rebuilt = false;
    const rebuild = await database.dataSource.transaction(async (backup) => {
      await backup.query('SELECT FROM read_model.test_counts');
      const rebuilding = runner.rebuild('test-counts').then(() => (rebuilt = true));
      for (let n = 0; n < 20; n += 1) {
        expect(await readModels.get(counts, 'alingsas', 'SN.all')).toMatchObject({ sum: 3 });
      }
      expect(rebuilt).toBe(false);
      return { rebuilding };
    });
    await rebuild.rebuilding;

    expect(await runner.verify('test-counts')).toMatchObject({ generation: 2, differences: [] });
  });
});

describe('a projection of another version than what serves', () => {
  it('is answered from the log until it has been rebuilt beside what serves', async () => {
    const former = testProcess(database.dataSource, store, [counts]);
    await append(store, sn2023, ...chairs(10));
    await former.runner.catchUp();
    const next = testProcess(await database.connect(), store, [doubled]);

    expect(await next.readModels.get(doubled, 'alingsas', 'SN.all')).toMatchObject({ sum: 20 });
    expect(await former.readModels.get(counts, 'alingsas', 'SN.all')).toMatchObject({ sum: 10 });
    await next.runner.start();
    await until(async () => (await next.runner.status())[0]?.serving?.version === 2);
    const { position } = await append(store, sn2023, ...chairs(1));

    expect(
      await next.readModels.get(doubled, 'alingsas', 'SN.all', { afterPosition: position }),
    ).toMatchObject({
      sum: 22,
    });
    expect(
      await former.readModels.get(counts, 'alingsas', 'SN.all', { afterPosition: position }),
    ).toMatchObject({
      sum: 11,
    });
    await former.runner.catchUp();
    expect((await next.runner.verify('test-counts')).differences).toEqual([]);
    await expect(former.runner.verify('test-counts')).rejects.toThrow('is served by version 2');
    await next.runner.stop();
  });

  it('is rebuilt by one of several processes that start at once', async () => {
    await append(store, sn2023, ...chairs(10));
    const processes = await Promise.all(
      [1, 2, 3].map(async () =>
        testProcess(await database.connect(), store, [counts], { rebuildPageSize: 2 }),
      ),
    );
    await Promise.all(processes.map(({ runner }) => runner.start()));
    await Promise.all(processes.map(({ runner }) => runner.catchUp()));

    expect((await processes[0]?.runner.status())?.[0]).toMatchObject({
      serving: { generation: 1, version: 1 },
    });
    await Promise.all(processes.map(({ runner }) => runner.stop()));
  });

  it('serves even where it halts at an event: it is no worse off than what it replaces', async () => {
    const { runner } = testProcess(database.dataSource, store, [counts]);
    await append(store, sn2023, ...chairs(3));
    await append(store, 'lerum:counting-SN.2023', ...chairs(3));
    await runner.catchUp();
    const choosy: Projection<Count, Counted> = {
      ...doubled,
      evolve: (count, event) => {
        if (event.record.stream === sn2023 && event.record.revision === 1) throw new Error('Not this one.');
        return doubled.evolve(count, event);
      },
    };
    const next = testProcess(database.dataSource, store, [choosy]);

    await expect(next.runner.catchUp()).rejects.toThrow('halted for alingsas');
    expect(await next.readModels.get(choosy, 'alingsas', 'SN.all')).toMatchObject({ sum: 2 });
    expect(await next.readModels.get(choosy, 'lerum', 'SN.all')).toMatchObject({ sum: 6 });
    expect((await next.runner.status())[0]?.municipalities[0]?.halted).toMatchObject({
      error: 'Not this one.',
    });
  });
});
