import { EventStore, InMemoryEventStore } from '#libs/event-store';
import { Module, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { ProjectionRunner } from './projection-runner.adapter.js';
import { ReadModelModule } from './read-model.module.js';
import { ReadModels } from './read-models.js';
import {
  append,
  counted,
  counts,
  readModelDatabase,
  until,
  type ReadModelDatabase,
} from './testing/index.js';

let database: ReadModelDatabase;
beforeAll(async () => void (database = await readModelDatabase([counts])));
beforeEach(() => database.reset());
afterAll(() => database.drop());

async function application(store: EventStore, run: boolean): Promise<INestApplicationContext> {
  @Module({
    providers: [
      { provide: EventStore, useValue: store },
      { provide: DataSource, useValue: database.dataSource },
    ],
    exports: [EventStore, DataSource],
  })
  class Outside {}
  const root = ReadModelModule.forRoot({ projections: [counts], run, imports: [Outside] });
  return NestFactory.createApplicationContext(root, { logger: false });
}

describe('the module of read models', () => {
  it('keeps them up to date for as long as the application lives', async () => {
    const store = new InMemoryEventStore();
    const app = await application(store, true);
    const { position } = await append(store, 'alingsas:counting-SN.2023', counted(1, 'chairs'));

    await until(
      async () => (await app.get(ProjectionRunner).status())[0]?.municipalities[0]?.position === position,
    );
    expect(
      await app.get(ReadModels).get(counts, 'alingsas', 'SN.all', { afterPosition: position }),
    ).toMatchObject({ sum: 1 });

    await app.close();
    await append(store, 'alingsas:counting-SN.2023', counted(1, 'chairs'));
    const [row] = await database.dataSource.manager.query<{ owner: string | null; position: string }[]>(
      'SELECT owner, position FROM read_model.checkpoint',
    );
    expect(row).toMatchObject({ owner: null, position });
  });

  it('only answers, from the log for want of documents, where the process is not to run them', async () => {
    const store = new InMemoryEventStore();
    const app = await application(store, false);
    const { position } = await append(store, 'alingsas:counting-SN.2023', counted(1, 'chairs'));

    expect(
      await app.get(ReadModels).get(counts, 'alingsas', 'SN.all', { afterPosition: position }),
    ).toMatchObject({ sum: 1 });
    expect((await app.get(ProjectionRunner).status())[0]).toMatchObject({ serving: null, building: null });
    await app.close();
  });
});
