import type { EventStore, Position } from '#libs/event-store';
import { foldInto, type Projection } from '#libs/kernel';
import type { DataSource, EntityManager } from 'typeorm';
import { reads } from './any-projection.js';
import { checkpointEntity } from './checkpoint.entity.js';
import { differencesOf, type DocDifference } from './compare-docs.js';
import { allDocs, storedTenants } from './doc-table.adapter.js';
import { OtherVersionServesError } from './errors.js';
import { tableOf, type Generation } from './generation.js';
import { pagesAhead } from './pages-ahead.js';
import { sqlStateOf } from './poison.adapter.js';
import { registryEntry } from './registry.adapter.js';

/** What came of comparing a read model with its log. */
export interface Verification {
  readonly readModel: string;
  readonly generation: number;
  /** How many documents the log tells of, over all municipalities. */
  readonly documents: number;
  /** None: the read model is what the log says. */
  readonly differences: readonly (DocDifference & { readonly tenant: string })[];
}

const pageSize = 5_000;
const undefinedTable = '42P01';

/**
 * Folds every municipality's log afresh, up to where the read model stands, and compares every document with the
 * one that is stored. Nobody is held up by it. Keeps the documents of one municipality in memory at a time.
 * Throws OtherVersionServesError where what serves was built by another version of the projection.
 */
export async function verifyReadModel(
  dataSource: DataSource,
  store: EventStore,
  projection: Projection<unknown>,
): Promise<Verification> {
  const { name, version } = projection;
  const { servingGeneration, servingVersion } = await registryEntry(dataSource.manager, name);
  if (servingGeneration === null || servingVersion !== version) {
    throw new OtherVersionServesError(name, servingVersion);
  }
  const generation = { projection, number: servingGeneration };
  const verification = await dataSource
    .transaction('REPEATABLE READ', (snapshot) => verifyIn(snapshot, store, generation))
    .catch((error: unknown) => {
      if (sqlStateOf(error) === undefinedTable) return null;
      throw error;
    });
  // Null where a rebuild has switched in between: what serves now is another generation.
  return verification ?? verifyReadModel(dataSource, store, projection);
}

async function verifyIn(
  snapshot: EntityManager,
  store: EventStore,
  generation: Generation,
): Promise<Verification | null> {
  const { projection, number } = generation;
  // Taken before the snapshot is: from here on a rebuild that switches cannot drop the table.
  await snapshot.query(`LOCK TABLE ${tableOf(projection.name, number)} IN ACCESS SHARE MODE`);
  if ((await registryEntry(snapshot, projection.name)).servingGeneration !== number) return null;
  const where = { processor: projection.name, generation: number };
  const checkpoints = await snapshot.find(checkpointEntity, { where });
  const positions = new Map(checkpoints.map(({ tenant, position }) => [tenant, position]));
  let documents = 0;
  const differences: Verification['differences'][number][] = [];
  for (const tenant of new Set([...positions.keys(), ...(await storedTenants(snapshot, generation))])) {
    const expected = await foldUpTo(store, projection, tenant, positions.get(tenant) ?? null);
    documents += expected.size;
    for await (const difference of differencesOf(
      projection,
      expected,
      allDocs(snapshot, generation, tenant),
    )) {
      differences.push({ tenant, ...difference });
    }
  }
  return { readModel: projection.name, generation: number, documents, differences };
}

async function foldUpTo(
  store: EventStore,
  projection: Projection<unknown>,
  tenant: string,
  position: Position | null,
): Promise<Map<string, unknown>> {
  const docs = new Map<string, unknown>();
  if (position === null) return docs;
  for await (const { events } of pagesAhead(store, tenant, null, pageSize)) {
    const upTo = events.filter((event) => store.comparePositions(event.record.position, position) <= 0);
    foldInto(
      projection,
      docs,
      upTo.filter((event) => reads(projection, event)),
    );
    if (upTo.length < events.length) break;
  }
  return docs;
}
