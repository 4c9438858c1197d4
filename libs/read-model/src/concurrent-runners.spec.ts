import { InMemoryEventStore } from '#libs/event-store';
import type { Checkpoint } from './checkpoint.js';
import {
  append,
  counted,
  counts,
  readModelDatabase,
  testProcess,
  until,
  type ReadModelDatabase,
  type TestProcess,
} from './testing/index.js';

/** Counts how often somebody looks for work. */
class WatchedEventStore extends InMemoryEventStore {
  looks = 0;

  override heads() {
    this.looks += 1;
    return super.heads();
  }
}

const sn2023 = 'alingsas:counting-SN.2023';
let database: ReadModelDatabase;
let store: WatchedEventStore;
beforeAll(async () => void (database = await readModelDatabase([counts])));
beforeEach(async () => {
  await database.reset();
  store = new WatchedEventStore();
});
afterAll(() => database.drop());

/** A process with connections of its own, as on another machine. */
async function process(settings = {}): Promise<TestProcess> {
  return testProcess(await database.connect(), store, [counts], settings);
}

async function checkpoint(): Promise<Checkpoint | undefined> {
  const [row] = await database.dataSource.manager.query<Checkpoint[]>('SELECT * FROM read_model.checkpoint');
  return row;
}

describe('two runners on one database', () => {
  it('count every event once, however they race', async () => {
    const one = await process({ pageSize: 3 });
    const other = await process({ pageSize: 2 });
    await Promise.all([one.runner.start(), other.runner.start()]);
    for (let n = 0; n < 60; n += 1) {
      const tenant = n % 3 === 0 ? 'lerum' : 'alingsas';
      await append(store, `${tenant}:counting-SN.2023`, counted(1, 'chairs'), counted(1, 'tables'));
      if (n % 7 === 0) await one.runner.catchUp();
    }
    await Promise.all([one.runner.catchUp(), other.runner.catchUp()]);

    expect(await one.readModels.get(counts, 'alingsas', 'SN.all')).toMatchObject({ sum: 80, revision: 79 });
    expect(await other.readModels.get(counts, 'lerum', 'SN.all')).toMatchObject({ sum: 40, revision: 39 });
    expect((await other.runner.verify('test-counts')).differences).toEqual([]);
    await Promise.all([one.runner.stop(), other.runner.stop()]);
  });

  it('leave a municipality to the one that has it, until that one stops', async () => {
    const one = await process({ leaseMs: 3_600_000 });
    const other = await process({ leaseMs: 3_600_000 });
    await append(store, sn2023, counted(1, 'chairs'));
    await one.runner.catchUp();
    await append(store, sn2023, counted(10, 'chairs'));
    await one.runner.catchUp();
    const { owner, epoch } = (await checkpoint()) ?? {};
    await append(store, sn2023, counted(100, 'chairs'));
    const catchingUp = other.runner.catchUp();
    const { looks } = store;
    await until(() => store.looks >= looks + 3);
    expect(await checkpoint()).toMatchObject({ owner, epoch, position: '2' });

    await one.runner.stop();
    await catchingUp;

    expect(await checkpoint()).toMatchObject({ epoch: Number(epoch) + 1, position: '3' });
    expect((await checkpoint())?.owner).not.toBe(owner);
  });

  it('take over what a crashed one held once its lease has run out', async () => {
    const one = await process({ leaseMs: 3_600_000 });
    await append(store, sn2023, counted(1, 'chairs'));
    await one.runner.catchUp();
    await append(store, sn2023, counted(10, 'chairs'));
    await one.runner.catchUp();
    await append(store, sn2023, counted(100, 'chairs'));
    const held = await checkpoint();
    await database.dataSource.manager.query(
      `UPDATE read_model.checkpoint SET updated_at = now() - interval '61 min'`,
    );
    const other = await process({ leaseMs: 3_600_000 });
    await other.runner.catchUp();

    expect(await checkpoint()).toMatchObject({ position: '3', epoch: Number(held?.epoch) + 1 });
    expect(await other.readModels.get(counts, 'alingsas', 'SN.all')).toMatchObject({ sum: 111 });
  });
});
