import { LessThan, type EntityManager } from 'typeorm';
import { checkpointEntity } from './checkpoint.entity.js';
import { readNotarised } from './log-state.adapter.js';
import type { NotarisedLog, StoredCheckpoint } from './notarised-log.js';
import type { HowFar, NotShown, Shown } from './proof-rejections.js';

/** The checkpoint of that size, or the last one. */
export async function findCheckpoint(
  manager: EntityManager,
  tenant: string,
  size?: number,
): Promise<Shown<StoredCheckpoint>> {
  const log = await readNotarised(manager, tenant);
  const { signedSize } = log;
  if (signedSize === 0 || (size ?? 0) > signedSize) return notYet(log);
  const checkpoint = await manager.findOneBy(checkpointEntity, { tenant, size: size ?? signedSize });
  if (checkpoint) return { answer: checkpoint };
  return { rejection: { code: 'checkpoint-missing', facts: { size: size ?? signedSize, signedSize } } };
}

/** The checkpoints below that size, or all of them, the last one first. */
export function listCheckpoints(
  manager: EntityManager,
  tenant: string,
  { below, limit }: { readonly below?: number; readonly limit: number },
): Promise<readonly StoredCheckpoint[]> {
  const where = { tenant, ...(below === undefined ? {} : { size: LessThan(below) }) };
  return manager.find(checkpointEntity, { where, order: { size: 'DESC' }, take: limit });
}

export function notYet(log: NotarisedLog): NotShown {
  return { rejection: { code: 'not-notarised-yet', facts: howFar(log) } };
}

function howFar({ size, signedSize, signedAt, alarm }: NotarisedLog): HowFar {
  return { size, signedSize, signedAt: signedAt?.toISOString() ?? null, alarmed: alarm !== null };
}
