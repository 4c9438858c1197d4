import type { EntityManager } from 'typeorm';
import type { StoredDoc } from './compare-docs.js';
import { schema, tableName, tableOf, viewOf, type Generation } from './generation.js';

const columns = 'tenant_id, doc_key, committee, year, sort_key, doc';

/**
 * Creates the empty table of a generation. Documents are `json`, not `jsonb`: their text is kept as it is, so that a
 * document that was read back folds on exactly as one that never left memory. Text is compared by its bytes, so
 * that the database and the fold put documents in the same order.
 */
export async function createTable(
  manager: EntityManager,
  readModel: string,
  generation: number,
): Promise<void> {
  await manager.query(`
    CREATE TABLE ${tableOf(readModel, generation)} (
      tenant_id text COLLATE "C" NOT NULL,
      doc_key text COLLATE "C" NOT NULL,
      committee text COLLATE "C",
      year int,
      sort_key text COLLATE "C" NOT NULL,
      doc json NOT NULL,
      PRIMARY KEY (tenant_id, doc_key)
    ) WITH (fillfactor = 80)`);
}

/** Makes a filled table ready for queries: the index for lists, which costs less once the documents are there. */
export async function finishTable(manager: EntityManager, { projection, number }: Generation): Promise<void> {
  const table = tableOf(projection.name, number);
  await manager.query(`CREATE INDEX ON ${table} (tenant_id, committee, year, sort_key)`);
  await manager.query(`ANALYZE ${table}`);
}

/** Creates the view of a read model that has no generation yet: no documents. */
export async function createEmptyView(manager: EntityManager, readModel: string): Promise<void> {
  await manager.query(`
    CREATE VIEW ${viewOf(readModel)} (${columns}) AS
    SELECT NULL::text COLLATE "C", NULL::text COLLATE "C", NULL::text COLLATE "C", NULL::int, NULL::text COLLATE "C", NULL::json
    WHERE false`);
}

/** Lets the read model's view show the generation. Waits for those who are reading it, as long as lock_timeout says. */
export async function pointView(manager: EntityManager, { projection, number }: Generation): Promise<void> {
  const { name } = projection;
  await manager.query(
    `CREATE OR REPLACE VIEW ${viewOf(name)} AS SELECT ${columns} FROM ${tableOf(name, number)}`,
  );
}

/** Drops the tables of all generations but those to be kept, what a crash has left as well. */
export async function dropTables(
  manager: EntityManager,
  readModel: string,
  keep: readonly number[],
): Promise<void> {
  const kept = keep.map((generation) => tableName(readModel, generation));
  const tables = await manager.query<{ name: string }[]>(
    `SELECT tablename AS name FROM pg_tables
     WHERE schemaname = $1 AND starts_with(tablename, $2) AND tablename <> ALL ($3)`,
    [schema, tableName(readModel, 0).slice(0, -1), kept],
  );
  for (const { name } of tables) await manager.query(`DROP TABLE IF EXISTS ${schema}."${name}"`);
}

/** The documents with these keys, as they stand; no entry where there is none. */
export async function loadDocs(
  manager: EntityManager,
  { projection, number }: Generation,
  tenant: string,
  keys: readonly string[],
): Promise<{ key: string; json: string }[]> {
  return manager.query(
    `SELECT doc_key AS key, doc::text AS json FROM ${tableOf(projection.name, number)}
     WHERE tenant_id = $1 AND doc_key = ANY ($2)`,
    [tenant, keys],
  );
}

/** All documents of a municipality, in the order of their keys, a thousand at a time. */
export async function* allDocs(
  manager: EntityManager,
  { projection, number }: Generation,
  tenant: string,
): AsyncGenerator<StoredDoc, void, void> {
  for (let after: string | null | undefined = null; after !== undefined;) {
    const page: StoredDoc[] = await manager.query<StoredDoc[]>(
      `SELECT doc_key AS key, committee, year, sort_key AS "sortKey", doc::text AS json
       FROM ${tableOf(projection.name, number)}
       WHERE tenant_id = $1 AND ($2::text IS NULL OR doc_key > $2) ORDER BY doc_key LIMIT 1000`,
      [tenant, after],
    );
    yield* page;
    after = page.at(-1)?.key;
  }
}

/** The municipalities of which there are documents. */
export async function storedTenants(
  manager: EntityManager,
  { projection, number }: Generation,
): Promise<string[]> {
  const rows = await manager.query<{ tenant: string }[]>(
    `SELECT DISTINCT tenant_id AS tenant FROM ${tableOf(projection.name, number)}`,
  );
  return rows.map(({ tenant }) => tenant);
}
