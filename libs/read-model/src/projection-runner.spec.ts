import { InMemoryEventStore } from '#libs/event-store';
import { PostgresReadModels } from './postgres-read-models.adapter.js';
import { ProjectionRunner } from './projection-runner.adapter.js';
import { append, counted, counts, readModelDatabase, type ReadModelDatabase } from './testing/index.js';

const sn2023 = 'alingsas:counting-SN.2023';
let database: ReadModelDatabase;
beforeEach(async () => void (database = await readModelDatabase([counts])));
afterEach(() => database.drop());

describe('a projection runner', () => {
  it('folds what stands in the log and what comes', async () => {
    const store = new InMemoryEventStore();
    const runner = new ProjectionRunner({ projections: [counts], store, dataSource: database.dataSource });
    const readModels = new PostgresReadModels(database.dataSource, store);
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
    await append(store, sn2023, counted(100, 'tables'));
    await runner.catchUp();

    const docs = await readModels.list(counts, 'alingsas', { committee: 'SN', year: 2023 });
    expect(docs.map(({ thing, sum }) => [thing, sum])).toEqual([
      ['chairs', 11],
      ['tables', 110],
    ]);
    expect(await runner.verify('test-counts')).toEqual({
      readModel: 'test-counts',
      generation: 1,
      documents: 3,
      differences: [],
    });
  });
});
