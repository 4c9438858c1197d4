import type { EntityManager } from 'typeorm';
import type { Checkpoint } from './checkpoint.js';
import type { Generation } from './generation.js';

/** A checkpoint, and whether another runner moved it so recently that it is left to it. */
export interface ClaimableCheckpoint extends Checkpoint {
  readonly leased: boolean;
}

/** The checkpoints of the generations, with what others hold at present seen from one runner. */
export async function checkpointsOf(
  manager: EntityManager,
  generations: readonly Generation[],
  { owner, leaseMs }: { readonly owner: string; readonly leaseMs: number } = { owner: '', leaseMs: 0 },
): Promise<ClaimableCheckpoint[]> {
  return manager.query(
    `SELECT processor, generation, tenant_id AS tenant, position, events::float8 AS events, owner, epoch, status,
       coalesce(owner <> $3 AND updated_at > now() - $4 * interval '1 ms', false) AS leased
     FROM read_model.checkpoint
     JOIN unnest($1::text[], $2::int[]) AS g (name, number) ON processor = g.name AND generation = g.number`,
    [
      generations.map(({ projection }) => projection.name),
      generations.map(({ number }) => number),
      owner,
      leaseMs,
    ],
  );
}

/**
 * Adds the checkpoints that are missing. A generation that serves no longer gets none: the switch to the next one
 * holds the registry's row, and this waits for it. The rebuild itself, within its switch, does not.
 */
export async function addCheckpoints(
  manager: EntityManager,
  { projection, number }: Generation,
  tenants: readonly string[],
  role: 'serving' | 'building',
): Promise<void> {
  await manager.query(
    `INSERT INTO read_model.checkpoint (processor, generation, tenant_id)
     SELECT r.name, $2, t.tenant_id FROM read_model.registry r, unnest($3::text[]) AS t (tenant_id)
     WHERE r.name = $1 AND r.${role}_generation = $2
     FOR ${role === 'serving' ? 'SHARE' : 'KEY SHARE'} OF r
     ON CONFLICT DO NOTHING`,
    [projection.name, number, tenants],
  );
}

/** Gives back what the runner holds, so that another need not wait for the lease to run out. */
export async function releaseCheckpoints(manager: EntityManager, owner: string): Promise<void> {
  await manager.query('UPDATE read_model.checkpoint SET owner = NULL WHERE owner = $1', [owner]);
}

/** Lets a halted read model try its poison event again. False where it was not halted. */
export async function releaseHalted(
  manager: EntityManager,
  readModel: string,
  tenant: string,
): Promise<boolean> {
  const released = await manager.query<{ tenant: string }[]>(
    `WITH released AS (
       UPDATE read_model.checkpoint c SET status = 'running', epoch = epoch + 1, owner = NULL
       FROM read_model.registry r
       WHERE r.name = $1 AND c.processor = r.name AND c.generation = r.serving_generation
         AND c.tenant_id = $2 AND c.status = 'halted'
       RETURNING c.*
     ), letters AS (
       UPDATE read_model.dead_letter d SET state = 'retried' FROM released r
       WHERE d.processor = r.processor AND d.generation = r.generation AND d.tenant_id = r.tenant_id
     )
     SELECT tenant_id AS tenant FROM released`,
    [readModel, tenant],
  );
  return released.length > 0;
}
