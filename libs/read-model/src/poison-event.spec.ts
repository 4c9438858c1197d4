import { InMemoryEventStore } from '#libs/event-store';
import { ReadModelHaltedError } from './errors.js';
import {
  append,
  counted,
  counts,
  readModelDatabase,
  testProcess,
  type Count,
  type Counted,
  type ReadModelDatabase,
} from './testing/index.js';
import type { Projection } from '#libs/kernel';

const unknown = { type: 'Misspelt', data: {}, basis: { kind: 'report', effectiveOn: '2023-03-21' } } as const;
/** Fails on nothing in its code, but PostgreSQL cannot index text of that length. */
const unwritable = counted(
  1,
  Array.from({ length: 3_000 }, (_, n) => n.toString(36).padStart(4, 'å')).join(''),
);
const others: Projection<Count, Counted> = { ...counts, name: 'test-others', contexts: ['elsewhere'] };
let database: ReadModelDatabase;
let store: InMemoryEventStore;
beforeAll(async () => void (database = await readModelDatabase([counts, others])));
beforeEach(async () => {
  await database.reset();
  store = new InMemoryEventStore();
});
afterAll(() => database.drop());

describe.each([
  [
    'an event of a type that the projection does not know',
    unknown,
    'Misspelt',
    'which this version does not know',
  ],
  ['an event whose document the database refuses', unwritable, 'Counted', 'index row'],
])('%s', (_, poison, eventType, error) => {
  it('halts a read model that is built for the first time right before it, wherever pages end', async () => {
    const facts = Array.from({ length: 23 }, () => counted(1, 'chairs'));
    await append(store, 'alingsas:counting-SN.2023', ...facts, poison, ...facts);
    const small = { rebuildPageSize: 5, rebuildCacheSize: 1 };
    const { runner, readModels } = testProcess(database.dataSource, store, [counts], small);
    await expect(runner.catchUp()).rejects.toThrow(ReadModelHaltedError);
    expect((await runner.status())[0]?.municipalities[0]).toMatchObject({
      position: '23',
      halted: { eventType, attempts: 3 },
    });
    expect(await readModels.get(counts, 'alingsas', 'SN.all')).toMatchObject({ sum: 23, revision: 22 });
  });

  it('halts its read model for its municipality; the others go on', async () => {
    const { runner, readModels, reports } = testProcess(database.dataSource, store, [counts, others]);
    await runner.catchUp();
    const facts = Array.from({ length: 100 }, () => counted(1, 'chairs'));
    await append(store, 'alingsas:counting-SN.2023', ...facts.slice(0, 37), poison, ...facts);
    await append(store, 'alingsas:elsewhere-SN.2023', counted(5, 'chairs'));
    await append(store, 'lerum:counting-SN.2023', ...facts);

    await expect(runner.catchUp()).rejects.toThrow(new ReadModelHaltedError('test-counts', 'alingsas'));

    expect(await readModels.get(counts, 'alingsas', 'SN.all')).toMatchObject({ sum: 37 });
    expect(await readModels.get(others, 'alingsas', 'SN.all')).toMatchObject({ sum: 5 });
    expect(await readModels.get(counts, 'lerum', 'SN.all')).toMatchObject({ sum: 100 });
    expect((await runner.verify('test-counts')).differences).toEqual([]);
    const [alingsas, lerum] = (await runner.status())[0]?.municipalities ?? [];
    expect(alingsas).toMatchObject({
      tenant: 'alingsas',
      position: '37',
      head: '139',
      halted: {
        position: '38',
        eventType,
        stream: 'alingsas:counting-SN.2023',
        attempts: 3,
        state: 'halted',
      },
    });
    expect(alingsas?.halted?.error).toContain(error);
    expect(lerum).toMatchObject({
      tenant: 'lerum',
      position: '100',
      behindSince: null,
      halted: null,
      outage: null,
    });
    expect(reports).toEqual([expect.stringContaining('"test-counts" has halted for alingsas')]);
  });

  it('is taken in after a fix, when somebody retries', async () => {
    const { runner } = testProcess(database.dataSource, store, [counts, others]);
    await append(store, 'alingsas:counting-SN.2023', counted(1, 'chairs'));
    await runner.catchUp();
    await append(store, 'alingsas:counting-SN.2023', poison, counted(10, 'chairs'));
    await expect(runner.catchUp()).rejects.toThrow(ReadModelHaltedError);

    expect(await runner.retry('test-counts', 'alingsas')).toBe(true);
    await expect(runner.catchUp()).rejects.toThrow(ReadModelHaltedError);
    expect((await runner.status())[0]?.municipalities[0]?.halted).toMatchObject({ attempts: 6 });

    const fixed: Projection<Count, Counted> = {
      ...counts,
      keysOf: (event) => (event.type === 'Counted' ? ['SN.all'] : []),
    };
    const { runner: next, readModels } = testProcess(database.dataSource, store, [fixed, others]);
    expect(await next.retry('test-counts', 'alingsas')).toBe(true);
    expect(await next.retry('test-counts', 'alingsas')).toBe(false);
    await next.catchUp();

    expect(await readModels.get(counts, 'alingsas', 'SN.all')).toMatchObject({
      sum: poison === unknown ? 11 : 12,
    });
    expect((await next.status())[0]?.municipalities[0]).toMatchObject({ position: '3', halted: null });
  });
});

describe('a halted read model', () => {
  it('tells at once whoever waits for more of it', async () => {
    const { runner, readModels } = testProcess(database.dataSource, store, [counts, others]);
    await append(store, 'alingsas:counting-SN.2023', counted(1, 'chairs'));
    await runner.catchUp();
    const { position } = await append(store, 'alingsas:counting-SN.2023', unknown);
    await expect(runner.catchUp()).rejects.toThrow(ReadModelHaltedError);

    await expect(readModels.get(counts, 'alingsas', 'SN.all', { afterPosition: position })).rejects.toThrow(
      new ReadModelHaltedError('test-counts', 'alingsas'),
    );
    expect(await readModels.get(counts, 'alingsas', 'SN.all', { afterPosition: '1' })).toMatchObject({
      sum: 1,
    });
  });
});
