import { createHash } from 'node:crypto';
import { InMemoryEventStore } from '#libs/event-store';
import type { DigestedReadModel, DocumentDigest } from './document-digests.adapter.js';
import {
  append,
  counted,
  counts,
  readModelDatabase,
  testProcess,
  type ReadModelDatabase,
} from './testing/index.js';

const sn2023 = 'alingsas:counting-SN.2023';
let database: ReadModelDatabase;
let store: InMemoryEventStore;
beforeAll(async () => void (database = await readModelDatabase([counts])));
beforeEach(async () => {
  await database.reset();
  store = new InMemoryEventStore();
});
afterAll(() => database.drop());

type Digested = Omit<DigestedReadModel, 'documents'> & { readonly documents: readonly DocumentDigest[] };

async function read(readModels: readonly DigestedReadModel[]): Promise<Digested[]> {
  const all: Digested[] = [];
  for (const { documents, ...head } of readModels) {
    const digests: DocumentDigest[] = [];
    for await (const page of documents) digests.push(...page);
    all.push({ ...head, documents: digests });
  }
  return all;
}

async function stored(): Promise<DocumentDigest[]> {
  const rows = await database.dataSource.manager.query<{ key: string; doc: string }[]>(
    `SELECT doc_key AS key, doc::text FROM read_model.test_counts WHERE tenant_id = 'alingsas' ORDER BY convert_to(doc_key, 'UTF8')`,
  );
  return rows.map(({ key, doc }) => ({ key, digest: createHash('sha256').update(doc).digest('hex') }));
}

describe('the digests of the read models', () => {
  it('are those of every document of the municipality, in the order of their keys', async () => {
    const { runner } = testProcess(database.dataSource, store, [counts]);
    // More than a page, and keys that are in another order where letters are compared and not bytes.
    const things = Array.from({ length: 1_500 }, (_, n) => `${['a', 'Z', 'å', 'é'][n % 4]}${n}`);
    await append(store, sn2023, counted(1, ...things));
    await append(store, 'lerum:counting-SN.2023', counted(1, 'chairs'));
    await runner.catchUp();

    const [digested] = await runner.digest('alingsas', read);
    expect(digested).toMatchObject({ name: 'test-counts', version: 1, events: 1, haltedAt: null });
    expect(digested?.documents).toHaveLength(1_501);
    expect(digested?.documents).toEqual(await stored());
    expect(await runner.digest('nobody', read)).toMatchObject([{ events: 0, documents: [] }]);
  });

  it('are of one instant, whatever is recorded meanwhile', async () => {
    const { runner } = testProcess(database.dataSource, store, [counts]);
    await append(store, sn2023, counted(1, 'chairs'));
    await runner.catchUp();
    const before = await runner.digest('alingsas', read);
    const meanwhile = await runner.digest('alingsas', async (readModels) => {
      await append(store, sn2023, counted(1, 'chairs', 'tables'));
      await runner.catchUp();
      return read(readModels);
    });
    expect(meanwhile).toEqual(before);
    expect(await runner.digest('alingsas', read)).not.toEqual(before);
  });
});
