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

/** Can stop somebody who has just been told the heads of the log. */
class StoppingEventStore extends InMemoryEventStore {
  private callsLeft = 0;
  private readonly reached = Promise.withResolvers<void>();
  private readonly goOn = Promise.withResolvers<void>();

  stopAfter(calls: number) {
    this.callsLeft = calls;
    return { reached: this.reached.promise, goOn: this.goOn.resolve };
  }

  override async heads() {
    const heads = await super.heads();
    this.callsLeft -= 1;
    if (this.callsLeft === 0) {
      this.reached.resolve();
      await this.goOn.promise;
    }
    return heads;
  }
}

async function waitsForALock(statement: string): Promise<boolean> {
  const waiting = await database.dataSource.manager.query<object[]>(
    `SELECT FROM pg_stat_activity
     WHERE datname = current_database() AND wait_event_type = 'Lock' AND position($1 IN query) > 0`,
    [statement],
  );
  return waiting.length > 0;
}

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

  it('holds what serves where it is while it switches, so that nobody sees less than before', async () => {
    const stopping = new StoppingEventStore();
    const { runner, readModels } = testProcess(database.dataSource, stopping, [counts]);
    const other = testProcess(await database.connect(), stopping, [counts]);
    await append(stopping, sn2023, ...chairs(3));
    await runner.catchUp();
    const stop = stopping.stopAfter(2);
    const rebuilding = runner.rebuild('test-counts');
    await stop.reached;
    await append(stopping, sn2023, ...chairs(1));
    let advanced = false;
    const advancing = other.runner.catchUp().then(() => (advanced = true));
    await until(async () => advanced || (await waitsForALock('UPDATE read_model.checkpoint')));
    const before = await readModels.get(counts, 'alingsas', 'SN.all');
    stop.goOn();
    await rebuilding;
    const after = await readModels.get(counts, 'alingsas', 'SN.all');
    await advancing;

    expect(after?.sum).toBeGreaterThanOrEqual(before?.sum ?? 0);
    expect(await readModels.get(counts, 'alingsas', 'SN.all')).toMatchObject({ sum: 4 });
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
    const { rebuilding } = await database.dataSource.transaction(async (backup) => {
      await backup.query('SELECT FROM read_model.test_counts');
      const started = { rebuilding: runner.rebuild('test-counts') };
      for (let n = 0; n < 5; n += 1) {
        await until(() => waitsForALock('CREATE OR REPLACE VIEW'));
        expect(await readModels.get(counts, 'alingsas', 'SN.all')).toMatchObject({ sum: 3 });
      }
      return started;
    });
    await rebuilding;

    expect(await runner.verify('test-counts')).toMatchObject({ generation: 2, differences: [] });
  });
});
