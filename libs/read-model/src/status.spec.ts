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
beforeEach(() => database.reset());
afterAll(() => database.drop());

describe('the status of read models', () => {
  it('says what serves, and since when a municipality is behind', async () => {
    const store = new InMemoryEventStore(() => new Date('2026-01-01T12:00:00.000Z'));
    const { runner } = testProcess(database.dataSource, store, [counts]);
    await append(store, sn2023, counted(1, 'chairs'));
    await runner.catchUp();
    await append(store, sn2023, counted(1, 'chairs'), counted(1, 'chairs'));
    await append(store, 'lerum:counting-SN.2023', counted(1, 'chairs'));

    const common = { behindSince: '2026-01-01T12:00:00.000Z', halted: null, outage: null };
    expect(await runner.status()).toEqual([
      {
        name: 'test-counts',
        version: 1,
        serving: { generation: 1, version: 1 },
        building: null,
        municipalities: [
          { tenant: 'alingsas', head: '3', position: '1', ...common },
          { tenant: 'lerum', head: '1', position: null, ...common },
        ],
      },
    ]);
  });

  it('says that nothing serves yet', async () => {
    const { runner } = testProcess(database.dataSource, new InMemoryEventStore(), [counts]);

    expect(await runner.status()).toMatchObject([{ serving: null, building: null, municipalities: [] }]);
  });

  it('names the outage that keeps a read model from going on, until it is over', async () => {
    class FailingEventStore extends InMemoryEventStore {
      fails = false;

      override readLog(...call: Parameters<InMemoryEventStore['readLog']>) {
        return this.fails && call[1].limit > 1
          ? Promise.reject(new Error('No disk.'))
          : super.readLog(...call);
      }
    }
    const store = new FailingEventStore();
    const { runner, reports } = testProcess(database.dataSource, store, [counts]);
    await append(store, sn2023, counted(1, 'chairs'));
    await runner.catchUp();
    await runner.start();
    store.fails = true;
    await append(store, sn2023, counted(1, 'chairs'));
    await until(() => reports.length >= 3);
    const outage = async () => (await runner.status())[0]?.municipalities[0]?.outage;
    expect(await outage()).toBe('No disk.');
    store.fails = false;
    await until(async () => (await outage()) === null);

    expect((await runner.status())[0]?.municipalities[0]).toMatchObject({ position: '2', behindSince: null });
    await runner.stop();
  });
});
