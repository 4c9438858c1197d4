import type { Projection } from '#libs/kernel';
import type { EntityManager } from 'typeorm';
import type { RegistryEntry } from './checkpoint.js';
import { createTable, dropTables, pointView } from './doc-table.adapter.js';
import type { Generation } from './generation.js';
import { sqlStateOf } from './poison.adapter.js';

/** Our own space of advisory locks; within it they are numbered as the registry numbers the read models. */
const rebuildLocks = 1_795_392_000;

/** Whether the session now holds the right to rebuild the read model; it loses it at the latest when it ends. */
export async function lockRebuild(manager: EntityManager, readModel: string): Promise<boolean> {
  const [row] = await manager.query<{ locked: boolean }[]>(
    'SELECT pg_try_advisory_lock($2, id) AS locked FROM read_model.registry WHERE name = $1',
    [readModel, rebuildLocks],
  );
  return row?.locked ?? false;
}

export async function unlockRebuild(manager: EntityManager, readModel: string): Promise<void> {
  await manager.query('SELECT pg_advisory_unlock($2, id) FROM read_model.registry WHERE name = $1', [
    readModel,
    rebuildLocks,
  ]);
}

/** Opens the next generation beside the one that serves, and forgets what a crash may have left half-built. */
export async function openGeneration(
  manager: EntityManager,
  projection: Projection<unknown>,
): Promise<Generation> {
  const { name, version } = projection;
  return manager.transaction(async (transaction) => {
    const { lastGeneration, servingGeneration } = await lockEntry(transaction, name);
    const number = lastGeneration + 1;
    await forget(transaction, name, 'generation IS DISTINCT FROM $2', servingGeneration);
    await transaction.query(
      `UPDATE read_model.registry SET building_generation = $2, building_version = $3, last_generation = $2
       WHERE name = $1`,
      [name, number, version],
    );
    await createTable(transaction, name, number);
    return { projection, number };
  });
}

/** Locks the registry's row and the serving checkpoints: until the transaction ends, what serves does not advance. */
export async function holdServing(transaction: EntityManager, name: string): Promise<RegistryEntry> {
  const entry = await lockEntry(transaction, name);
  await transaction.query(
    'SELECT FROM read_model.checkpoint WHERE processor = $1 AND generation = $2 FOR UPDATE',
    [name, entry.servingGeneration],
  );
  return entry;
}

/** Lets the generation serve from the end of the transaction on. Readers wait for it, `waitMs` at most. */
export async function serve(
  transaction: EntityManager,
  generation: Generation,
  waitMs: number,
): Promise<void> {
  const { projection, number } = generation;
  await setLockTimeout(transaction, waitMs);
  await pointView(transaction, generation);
  await transaction.query(
    `UPDATE read_model.registry
     SET serving_generation = $2, serving_version = $3, building_generation = NULL, building_version = NULL
     WHERE name = $1`,
    [projection.name, number, projection.version],
  );
  await forget(transaction, projection.name, 'generation IS DISTINCT FROM $2', number);
}

/** Gives the generation up; what serves, and what somebody else may be building by now, is not touched. */
export async function abandonGeneration(
  manager: EntityManager,
  { projection, number }: Generation,
): Promise<void> {
  await manager.transaction(async (transaction) => {
    await transaction.query(
      `UPDATE read_model.registry SET building_generation = NULL, building_version = NULL
       WHERE name = $1 AND building_generation = $2`,
      [projection.name, number],
    );
    await forget(transaction, projection.name, 'generation = $2', number);
  });
}

/** Drops the tables that neither serve nor are being built. False where somebody reads one: it waits for next time. */
export async function dropUnusedTables(
  manager: EntityManager,
  readModel: string,
  waitMs: number,
): Promise<boolean> {
  try {
    await manager.transaction(async (transaction) => {
      await setLockTimeout(transaction, waitMs);
      const { servingGeneration, buildingGeneration } = await lockEntry(transaction, readModel);
      await dropTables(transaction, readModel, [servingGeneration ?? 0, buildingGeneration ?? 0]);
    });
    return true;
  } catch (error) {
    if (isLockTimeout(error)) return false;
    throw error;
  }
}

/** Whether a lock was not to be had in the time allowed. */
export function isLockTimeout(error: unknown): boolean {
  return sqlStateOf(error) === '55P03';
}

async function setLockTimeout(transaction: EntityManager, waitMs: number): Promise<void> {
  await transaction.query(`SELECT set_config('lock_timeout', $1, true)`, [`${waitMs}ms`]);
}

/** Locked so that nobody else switches, but checkpoints can still be added to the generation being built. */
async function lockEntry(transaction: EntityManager, name: string): Promise<RegistryEntry> {
  const [entry] = await transaction.query<RegistryEntry[]>(
    `SELECT name, serving_generation AS "servingGeneration", serving_version AS "servingVersion",
       building_generation AS "buildingGeneration", building_version AS "buildingVersion",
       last_generation AS "lastGeneration"
     FROM read_model.registry WHERE name = $1 FOR NO KEY UPDATE`,
    [name],
  );
  if (!entry) throw new Error(`The read model "${name}" has not been declared.`);
  return entry;
}

async function forget(
  transaction: EntityManager,
  name: string,
  which: 'generation = $2' | 'generation IS DISTINCT FROM $2',
  generation: number | null,
): Promise<void> {
  for (const table of ['checkpoint', 'dead_letter']) {
    await transaction.query(`DELETE FROM read_model.${table} WHERE processor = $1 AND ${which}`, [
      name,
      generation,
    ]);
  }
}
