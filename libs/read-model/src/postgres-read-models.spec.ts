import { InMemoryEventStore, InvalidPositionError } from '#libs/event-store';
import { PostgresReadModels } from './postgres-read-models.adapter.js';
import { ReadModelBehindError } from './read-models.js';
import {
  append,
  counted,
  counts,
  readModelDatabase,
  testProcess,
  type Count,
  type ReadModelDatabase,
} from './testing/index.js';

const sn2023 = 'alingsas:counting-SN.2023';
let database: ReadModelDatabase;
let store: InMemoryEventStore;
let minutes = 0;
beforeAll(async () => void (database = await readModelDatabase([counts])));
beforeEach(async () => {
  await database.reset();
  minutes = 0;
  store = new InMemoryEventStore(() => new Date(Date.UTC(2026, 0, 1, 0, (minutes += 1))));
});
afterAll(() => database.drop());

const brief = (docs: readonly Count[]) =>
  docs.map(({ committee, year, thing, sum }) => [committee, year, thing, sum]);

describe('read models', () => {
  it('give a document by its key, and null where no fact concerns it', async () => {
    const { runner, readModels } = testProcess(database.dataSource, store, [counts]);
    await append(store, sn2023, counted(1, 'chairs'), counted(10, 'chairs', 'tables'));
    await runner.catchUp();

    expect(await readModels.get(counts, 'alingsas', 'SN.2023.chairs')).toEqual({
      committee: 'SN',
      year: 2023,
      thing: 'chairs',
      sum: 11,
      trail: ['1', '2'],
      revision: 1,
    });
    expect(await readModels.get(counts, 'alingsas', 'SN.2023.lamps')).toBeNull();
    expect(await readModels.get(counts, 'lerum', 'SN.2023.chairs')).toBeNull();
  });

  it('list what is selected in the order of the sort keys, a page at a time, of one municipality', async () => {
    const { runner, readModels } = testProcess(database.dataSource, store, [counts]);
    await append(store, sn2023, counted(1, 'tables', 'chairs', 'Öar', '𝕏', 'ﬀ'));
    await append(store, 'alingsas:counting-SN.2024', counted(2, 'chairs'));
    await append(store, 'alingsas:counting-KS.2023', counted(3, 'chairs'));
    await append(store, 'lerum:counting-SN.2023', counted(4, 'chairs'));
    await runner.catchUp();
    const list = (
      ...[selection, options]: Parameters<typeof readModels.list> extends [unknown, unknown, ...infer R]
        ? R
        : never
    ) => readModels.list(counts, 'alingsas', selection, options).then(brief);

    expect(await list({ committee: 'SN', year: 2023 })).toEqual(
      ['chairs', 'tables', 'Öar', 'ﬀ', '𝕏'].map((thing) => ['SN', 2023, thing, 1]),
    );
    expect(await list({ committee: 'SN', year: 2023 }, { limit: 2, afterSortKey: '2023 chairs' })).toEqual([
      ['SN', 2023, 'tables', 1],
      ['SN', 2023, 'Öar', 1],
    ]);
    expect(await list({ committee: 'KS' })).toEqual([
      ['KS', null, '', 3],
      ['KS', 2023, 'chairs', 3],
    ]);
    expect(await list({ committee: 'BUN' })).toEqual([]);
    expect(await list({}, { limit: 3 })).toHaveLength(3);
    expect(
      await list(
        { committee: 'SN', year: 2023 },
        { limit: 2, afterSortKey: '2023 chairs', asOf: '2099-01-01' },
      ),
    ).toEqual(await list({ committee: 'SN', year: 2023 }, { limit: 2, afterSortKey: '2023 chairs' }));
  });

  it('answer for a past date and a past instant by the same fold over fewer facts', async () => {
    const { readModels } = testProcess(database.dataSource, store, [counts]);
    const since = (effectiveOn: string, by: number) =>
      ({ ...counted(by, 'chairs'), basis: { kind: 'report', effectiveOn } }) as const;
    await append(store, sn2023, since('2023-09-19', 1));
    await append(store, sn2023, since('2023-01-01', 10));
    await append(store, 'alingsas:counting-SN.2024', since('2024-01-01', 100));
    const sum = async (options: object) =>
      (await readModels.get(counts, 'alingsas', 'SN.all', options))?.sum ?? null;

    expect(await sum({ asOf: '2023-09-18' })).toBe(10);
    expect(await sum({ asOf: '2023-09-19' })).toBe(11);
    expect(await sum({ asOf: '2022-12-31' })).toBeNull();
    expect(await sum({ knownAt: '2026-01-01T00:01:00.000Z' })).toBe(1);
    expect(await sum({ asOf: '2023-09-18', knownAt: '2026-01-01T00:01:59.999Z' })).toBeNull();
    expect(await sum({ asOf: '2023-12-31', knownAt: '2099-01-01T00:00:00.000Z' })).toBe(11);
  });

  it('answer from the log before the first build', async () => {
    const { runner, readModels } = testProcess(database.dataSource, store, [counts]);
    await runner.declare();
    const { position } = await append(store, sn2023, counted(1, 'chairs'));

    expect(await readModels.get(counts, 'alingsas', 'SN.all', { afterPosition: position })).toMatchObject({
      sum: 1,
    });
  });
});

describe('waiting for a position', () => {
  it.each([
    ['in this process, which tells so', 'runner', { pollMs: 3_600_000, maxWaitMs: 3_600_000 }],
    ['in another one, whose checkpoint tells so', 'elsewhere', { pollMs: 1 }],
  ])('ends when a runner has reached it %s', async (_, who, queries) => {
    const here = testProcess(database.dataSource, store, [counts], {}, queries);
    const elsewhere = testProcess(await database.connect(), store, [counts]);
    await here.runner.catchUp();
    const { position } = await append(store, sn2023, counted(1, 'chairs'));
    const waiting = here.readModels.get(counts, 'alingsas', 'SN.all', { afterPosition: position });
    await (who === 'runner' ? here : elsewhere).runner.catchUp();

    expect(await waiting).toMatchObject({ sum: 1 });
  });

  it('is given up when the time is out', async () => {
    const { runner } = testProcess(database.dataSource, store, [counts]);
    await runner.catchUp();
    const { position } = await append(store, sn2023, counted(1, 'chairs'));
    const impatient = new PostgresReadModels(database.dataSource, store, undefined, { maxWaitMs: 0 });

    await expect(impatient.get(counts, 'alingsas', 'SN.all', { afterPosition: position })).rejects.toThrow(
      new ReadModelBehindError('test-counts', position),
    );
    expect(await impatient.get(counts, 'alingsas', 'SN.all')).toBeNull();
  });

  it('is refused for what is no position', async () => {
    const { runner, readModels } = testProcess(database.dataSource, store, [counts]);
    await runner.catchUp();

    await expect(readModels.list(counts, 'alingsas', {}, { afterPosition: 'soon' })).rejects.toThrow(
      new InvalidPositionError('soon'),
    );
  });
});
