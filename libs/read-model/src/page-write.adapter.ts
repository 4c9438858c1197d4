import type { Position, StoredEvent } from '#libs/event-store';
import type { EntityManager } from 'typeorm';
import type { Checkpoint } from './checkpoint.js';
import { TakenOverError } from './errors.js';
import type { WrittenDoc } from './fold-page.js';
import { tableOf, type Generation } from './generation.js';

/** Moves the checkpoint only from where it was when the page was read; $4 to $8 say where that was. */
const compareAndSet = (assignments: string) => `
  UPDATE read_model.checkpoint
  SET ${assignments},
    epoch = epoch + CASE WHEN owner IS DISTINCT FROM $3 THEN 1 ELSE 0 END,
    owner = $3,
    updated_at = now()
  WHERE processor = $4 AND generation = $5 AND tenant_id = $6
    AND position IS NOT DISTINCT FROM $7 AND epoch = $8 AND status = 'running'
  RETURNING processor, generation, tenant_id AS tenant, position, events::float8 AS events, owner, epoch, status`;

const whereItWas = (from: Checkpoint) => [
  from.processor,
  from.generation,
  from.tenant,
  from.position,
  from.epoch,
];

/** A step in the log: up to which position, past how many events, by which runner. */
export interface Step {
  readonly position: Position | null;
  readonly events: number;
  readonly owner: string;
}

/**
 * Writes what a page made of the documents, and moves the checkpoint past it: one statement, so both or neither.
 * Throws TakenOverError, and writes nothing, where the checkpoint is no longer where it was.
 */
export async function writePage(
  manager: EntityManager,
  { projection, number }: Generation,
  from: Checkpoint,
  { position, events, owner }: Step,
  docs: readonly WrittenDoc[],
): Promise<Checkpoint> {
  const moved = await manager.query<Checkpoint[]>(
    `WITH moved AS (${compareAndSet('position = $1, events = events + $2')}),
     written AS (
       INSERT INTO ${tableOf(projection.name, number)} (tenant_id, doc_key, committee, year, sort_key, doc)
       SELECT $6, d.* FROM ROWS FROM (
         unnest($9::text[], $10::text[], $11::int[], $12::text[]),
         json_array_elements($13)
       ) AS d (key, committee, year, sort_key, doc)
       WHERE EXISTS (SELECT FROM moved)
       ON CONFLICT (tenant_id, doc_key) DO UPDATE
       SET committee = excluded.committee, year = excluded.year, sort_key = excluded.sort_key, doc = excluded.doc
     )
     SELECT * FROM moved`,
    [position, events, owner, ...whereItWas(from), ...columnsOf(docs)],
  );
  return theOne(moved, from);
}

/** The documents go over as one JSON text: in an array of texts every quotation mark would be escaped once more. */
function columnsOf(docs: readonly WrittenDoc[]): unknown[] {
  return [
    docs.map(({ key }) => key),
    docs.map(({ committee }) => committee),
    docs.map(({ year }) => year),
    docs.map(({ sortKey }) => sortKey),
    `[${docs.map(({ json }) => json).join(',')}]`,
  ];
}

/** Halts the read model for the municipality before the poison event, and records that event as a dead letter. */
export async function writeDeadLetter(
  manager: EntityManager,
  from: Checkpoint,
  { event, error, attempts, owner }: { event: StoredEvent; error: string; attempts: number; owner: string },
): Promise<Checkpoint> {
  const { position, id, stream } = event.record;
  const halted = await manager.query<Checkpoint[]>(
    `WITH halted AS (${compareAndSet(`status = 'halted'`)}),
     recorded AS (
       INSERT INTO read_model.dead_letter AS d
         (processor, generation, tenant_id, position, event_id, event_type, stream, error, attempts, state)
       SELECT processor, generation, tenant, $1, $9::uuid, $10, $11, $12, $2::int, 'halted' FROM halted
       ON CONFLICT (processor, generation, tenant_id, position) DO UPDATE
       SET error = excluded.error, attempts = d.attempts + excluded.attempts, state = 'halted', occurred_at = now()
     )
     SELECT * FROM halted`,
    [position, attempts, owner, ...whereItWas(from), id, event.type, stream, error],
  );
  return theOne(halted, from);
}

function theOne([checkpoint]: readonly Checkpoint[], from: Checkpoint): Checkpoint {
  if (!checkpoint) throw new TakenOverError(from.processor, from.tenant);
  return checkpoint;
}
