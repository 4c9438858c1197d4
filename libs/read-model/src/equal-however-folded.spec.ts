import { InMemoryEventStore } from '#libs/event-store';
import fc from 'fast-check';
import { foldAsOf } from './fold-as-of.js';
import {
  append,
  counted,
  counts,
  readModelDatabase,
  testProcess,
  type ReadModelDatabase,
} from './testing/index.js';

/** Documents whose text would not survive `jsonb`: keys in no order, numbers of every size, text of every kind. */
const jottings = {
  ...counts,
  name: 'test-jottings',
  initial: (key: string) => ({ z: 0.1, ...counts.initial(key), '10': 1e21, a: -0.5e-7, b: '\0\ud800 "\\' }),
};

const recording = fc.record({
  stream: fc
    .tuple(
      fc.constantFrom('alingsas', 'lerum'),
      fc.constantFrom('counting-SN.2023', 'counting-SN.2024', 'counting-KS.2023', 'other-SN.2023'),
    )
    .map((parts) => parts.join(':')),
  facts: fc.array(
    fc
      .tuple(fc.integer(), fc.uniqueArray(fc.constantFrom('chairs', 'Öar', '𝕏', 'ﬀ'), { minLength: 1 }))
      .map(([by, things]) => counted(by, ...things)),
    { minLength: 1, maxLength: 7 },
  ),
});

const selections = [
  {},
  { committee: 'SN' },
  { committee: 'SN', year: 2023 },
  { key: 'SN.2023.𝕏' },
  { key: 'SN.all' },
];

let database: ReadModelDatabase;
beforeAll(async () => void (database = await readModelDatabase([jottings])));
afterAll(() => database.drop());

describe('documents', () => {
  it('are the same folded as they come, in whatever pages, rebuilt, or asked of the log itself', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(recording, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 }),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 0, max: 2_000 }),
        async (batches, pageSize, rebuildPageSize, rebuildCacheSize) => {
          await database.reset();
          const store = new InMemoryEventStore();
          const settings = { pageSize, rebuildPageSize, rebuildCacheSize };
          const { runner, readModels } = testProcess(database.dataSource, store, [jottings], settings);
          for (const batch of batches) {
            for (const { stream, facts } of batch) await append(store, stream, ...facts);
            await runner.catchUp();
          }
          const served = () =>
            Promise.all(
              ['alingsas', 'lerum'].flatMap((tenant) =>
                selections.map((selection) => readModels.list(jottings, tenant, selection)),
              ),
            );
          const incremental = await served();
          const folded = await Promise.all(
            ['alingsas', 'lerum'].flatMap((tenant) =>
              selections.map(async (selection) => [
                ...(await foldAsOf(store, jottings, tenant, selection)).values(),
              ]),
            ),
          );
          expect(JSON.stringify(incremental)).toBe(JSON.stringify(folded));
          expect((await runner.verify('test-jottings')).differences).toEqual([]);

          await runner.rebuild('test-jottings');

          expect(JSON.stringify(await served())).toBe(JSON.stringify(incremental));
          expect(await runner.verify('test-jottings')).toMatchObject({ generation: 2, differences: [] });
        },
      ),
      { numRuns: 20, endOnFailure: true, interruptAfterTimeLimit: 10_000 },
    );
  });
});
