import { randomUUID } from 'node:crypto';
import { EventSourcedCommandExecutor } from '#libs/command';
import { ErasureRegister, InMemoryEventStore } from '#libs/event-store';
import { accept, type StreamDefinition } from '#libs/kernel';
import { testActor } from '#libs/kernel/testing';
import {
  append,
  counted,
  counts,
  readModelDatabase,
  testProcess,
  type Counted,
  type ReadModelDatabase,
} from '#libs/read-model/testing';
import type { DataSource } from 'typeorm';
import { CarriedOut } from './carried-out.adapter.js';
import { ErasureWork } from './erasure-work.adapter.js';
import { auditMigrations } from './migrations.adapter.js';

const stream = { tenant: 'alingsas', name: 'counting-SN.2023' };
const basis = { kind: 'decision', citation: 'SN 2026-01-20, § 3', effectiveOn: '2026-01-20' } as const;
const sums: StreamDefinition<number, Counted> = {
  context: 'counting',
  schemaVersions: { Counted: 1 },
  initialState: 0,
  evolve: (sum, { data }) => sum + data.by,
};

let database: ReadModelDatabase;
let store: InMemoryEventStore;
beforeAll(async () => {
  database = await readModelDatabase([counts]);
  const session = database.dataSource.createQueryRunner();
  for (const Migration of auditMigrations) await new Migration().up(session);
  await session.release();
});
beforeEach(async () => {
  await database.reset();
  await database.dataSource.query('DELETE FROM audit.carried_out');
  store = new InMemoryEventStore();
});
afterAll(() => database.drop());

/** What a process has: remembered states, read models, and its part of the work. */
function office(dataSource: DataSource = database.dataSource) {
  const { runner, readModels } = testProcess(dataSource, store, [counts]);
  const executor = new EventSourcedCommandExecutor(store);
  const carriedOut = new CarriedOut(dataSource);
  const work = new ErasureWork(store, new ErasureRegister(store), executor, runner, carriedOut);
  const finish = () => work.finish(new AbortController().signal);
  return { runner, readModels, executor, carriedOut, work, finish };
}

/** Three events, and a decision that erases those of the given places. */
async function decided(...places: readonly number[]): Promise<void> {
  const { events } = await store.readLog(stream.tenant, { limit: 100 });
  const named = places.map((n) => {
    const { type, record } = events[n]!;
    return { id: record.id, stream: record.stream, revision: record.revision, type };
  });
  const decision = { type: 'EventsErased', data: { events: named, reason: 'Gallring' }, basis };
  await append(store, 'alingsas:audit.erasures', decision);
}

const sum = async ({ readModels }: ReturnType<typeof office>) =>
  (await readModels.get(counts, 'alingsas', 'SN.all'))?.sum;
const contents = async () =>
  (await store.readSealed('alingsas', { limit: 10 })).events.map(({ content }) => content !== null);

async function begun(): Promise<ReturnType<typeof office>> {
  const here = office();
  await append(store, 'alingsas:counting-SN.2023', counted(1, 'a'), counted(10, 'a'), counted(100, 'a'));
  await here.runner.catchUp();
  return here;
}

describe('the work after a decision to erase', () => {
  it('destroys the contents, and then whatever was made of them', async () => {
    const here = await begun();
    expect(await here.executor.load(sums, stream)).toBe(111);
    await decided(1);
    await here.work.destroyAll();
    expect(await contents()).toEqual([true, false, true, true]);
    expect(await here.executor.load(sums, stream)).toBe(101);
    expect([here.work.isFinished, await sum(here)]).toEqual([false, 111]);

    expect(await here.finish()).toBe(true);
    expect([here.work.isFinished, await sum(here)]).toEqual([true, 101]);
    expect(await here.carriedOut.upTo('alingsas')).toBe(0);
  });

  it('is taken up by whoever comes next, wherever it was left', async () => {
    const here = await begun();
    await decided(0);
    const beforeAnything = office();
    await beforeAnything.work.destroyAll();
    const beforeTheRebuild = office();
    await beforeTheRebuild.work.destroyAll();
    expect(beforeTheRebuild.work.isFinished).toBe(false);
    await beforeTheRebuild.finish();
    expect([await sum(here), await contents()]).toEqual([110, [false, true, true, true]]);

    const afterwards = office();
    await afterwards.work.destroyAll();
    expect(afterwards.work.isFinished).toBe(true);
  });

  it('is done by one process, and each forgets for itself', async () => {
    const here = await begun();
    const there = office(await database.connect());
    await there.executor.load(sums, stream);
    await decided(2);
    await Promise.all([here.work.destroyAll(), there.work.destroyAll()]);
    const [status] = await here.runner.status();
    let rebuilt = await Promise.all([here.finish(), there.finish()]);
    while (rebuilt.includes(false)) rebuilt = await Promise.all([here.finish(), there.finish()]);

    expect(await there.executor.load(sums, stream)).toBe(11);
    expect([await sum(here), await sum(there)]).toEqual([11, 11]);
    expect([here.work.isFinished, there.work.isFinished]).toEqual([true, true]);
    const [after] = await here.runner.status();
    expect(after?.serving?.generation).toBe((status?.serving?.generation ?? 0) + 1);
  });

  it('goes on with what is decided while it is done', async () => {
    const here = await begun();
    await decided(0);
    await here.work.destroyAll();
    await decided(1);
    await here.finish();
    expect([await here.carriedOut.upTo('alingsas'), await contents()]).toEqual([
      0,
      [false, true, true, true, true],
    ]);
    await here.work.destroyAll();
    expect(here.work.isFinished).toBe(false);
    await here.finish();
    expect([await sum(here), await here.carriedOut.upTo('alingsas')]).toEqual([100, 1]);
  });

  it('is not done before the read models are', async () => {
    const here = await begun();
    await decided(1);
    await here.work.destroyAll();
    const newer = testProcess(await database.connect(), store, [{ ...counts, version: 2 }]);
    await newer.runner.catchUp();
    await expect(here.finish()).rejects.toThrow('version 2');
    expect([here.work.isFinished, await here.carriedOut.upTo('alingsas')]).toEqual([false, -1]);
  });

  it('lets a command be decided on nothing that is gone', async () => {
    const here = await begun();
    await here.executor.load(sums, stream);
    await decided(2);
    const seen: number[] = [];
    const commandId = randomUUID();
    const context = { tenant: stream.tenant, actor: testActor, commandId, correlationId: commandId };
    await here.executor.execute({
      context: { ...context, causationId: null, expectedRevision: null, requestHash: null },
      definition: sums,
      stream,
      decide: async (state) => {
        if (seen.push(state) === 1) await here.work.destroy(stream.tenant);
        return accept([counted(state, 'b')]);
      },
    });

    expect(seen).toEqual([111, 11]);
    expect(await here.executor.load(sums, stream)).toBe(22);
  });
});
