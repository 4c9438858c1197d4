import type { DataSource, EntityManager } from 'typeorm';
import type { Catalogue } from './catalogue.js';
import type { Checkpoint, DeadLetter, RegistryEntry } from './checkpoint.js';
import { checkpointEntity } from './checkpoint.entity.js';
import { deadLetterEntity } from './dead-letter.entity.js';
import { tableOf } from './generation.js';
import { sqlStateOf } from './poison.adapter.js';
import { registryEntity } from './registry.entity.js';

/** A read model of one municipality as it was served at one instant, by the digests of its documents. */
export interface DigestedReadModel {
  readonly name: string;
  /** Of the projection that built what serves; null before the first build. */
  readonly version: number | null;
  /** How many events of the log it had folded. */
  readonly events: number;
  /** The id of the event at which it had halted, or null. */
  readonly haltedAt: string | null;
  /** In the order of their keys (by their bytes), a page at a time. */
  readonly documents: AsyncIterable<readonly DocumentDigest[]>;
}

export interface DocumentDigest {
  readonly key: string;
  /** SHA-256 (hex) of the document's text, as it is stored. */
  readonly digest: string;
}

const pageSize = 1_000;
const undefinedTable = '42P01';

/**
 * Hands over all read models as they stand at one and the same instant, in the order of their names. Nobody is held
 * up by it but a rebuild that would drop what is being read. Where one switches just before, `use` is called anew.
 */
export async function digestReadModels<Result>(
  dataSource: DataSource,
  catalogue: Catalogue,
  tenant: string,
  use: (readModels: readonly DigestedReadModel[]) => Promise<Result>,
): Promise<Result> {
  const names = catalogue.all.map(({ name }) => name).toSorted();
  for (;;) {
    const entries = await entriesOf(dataSource.manager, names);
    const answer = await dataSource
      .transaction('REPEATABLE READ', async (snapshot) => {
        // Taken before the snapshot is: from here on a rebuild that switches cannot drop the tables.
        await lockTables(snapshot, entries);
        const readModels = await digestedIn(snapshot, tenant, entries);
        return readModels && { result: await use(readModels) };
      })
      .catch((error: unknown) => {
        if (sqlStateOf(error) === undefinedTable) return null;
        throw error;
      });
    if (answer) return answer.result;
  }
}

async function entriesOf(
  manager: EntityManager,
  names: readonly string[],
): Promise<readonly RegistryEntry[]> {
  const byName = new Map((await manager.find(registryEntity)).map((entry) => [entry.name, entry]));
  return names.flatMap((name) => byName.get(name) ?? []);
}

async function lockTables(snapshot: EntityManager, entries: readonly RegistryEntry[]): Promise<void> {
  for (const { name, servingGeneration } of entries) {
    if (servingGeneration === null) continue;
    await snapshot.query(`LOCK TABLE ${tableOf(name, servingGeneration)} IN ACCESS SHARE MODE`);
  }
}

/** Null where another generation serves than when the tables were locked. */
async function digestedIn(
  snapshot: EntityManager,
  tenant: string,
  entries: readonly RegistryEntry[],
): Promise<readonly DigestedReadModel[] | null> {
  const now = await entriesOf(
    snapshot,
    entries.map(({ name }) => name),
  );
  const hasSwitched = now.some((entry, n) => entry.servingGeneration !== entries[n]?.servingGeneration);
  if (hasSwitched) return null;
  const checkpoints = await snapshot.find(checkpointEntity, { where: { tenant } });
  const letters = await snapshot.find(deadLetterEntity, { where: { tenant, state: 'halted' } });
  return now.map((entry) =>
    digested(snapshot, tenant, entry, ofServing(checkpoints, entry), ofServing(letters, entry)),
  );
}

function ofServing<Of extends Pick<Checkpoint, 'processor' | 'generation'>>(
  all: readonly Of[],
  { name, servingGeneration }: RegistryEntry,
): Of | undefined {
  return all.find(({ processor, generation }) => processor === name && generation === servingGeneration);
}

function digested(
  snapshot: EntityManager,
  tenant: string,
  { name, servingGeneration, servingVersion }: RegistryEntry,
  checkpoint: Checkpoint | undefined,
  letter: DeadLetter | undefined,
): DigestedReadModel {
  return {
    name,
    version: servingVersion,
    events: checkpoint?.events ?? 0,
    haltedAt: checkpoint?.status === 'halted' ? (letter?.eventId ?? null) : null,
    documents: documentsOf(snapshot, tenant, name, servingGeneration),
  };
}

async function* documentsOf(
  snapshot: EntityManager,
  tenant: string,
  name: string,
  generation: number | null,
): AsyncGenerator<readonly DocumentDigest[], void, void> {
  if (generation === null) return;
  for (let after: string | undefined, atEnd = false; !atEnd;) {
    const page: DocumentDigest[] = await snapshot.query(
      `SELECT doc_key AS key, encode(sha256(convert_to(doc::text, 'UTF8')), 'hex') AS digest
       FROM ${tableOf(name, generation)}
       WHERE tenant_id = $1 AND ($2::text IS NULL OR doc_key > $2) ORDER BY doc_key LIMIT ${pageSize}`,
      [tenant, after ?? null],
    );
    if (page.length > 0) yield page;
    after = page.at(-1)?.key;
    atEnd = page.length < pageSize;
  }
}
