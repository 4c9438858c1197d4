import { InMemoryEventStore } from '#libs/event-store';
import type { Projection } from '#libs/kernel';
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
