import type { EntityManager } from 'typeorm';
import type { Alarm } from './alarm.js';
import { notarisedLogEntity } from './notarised-log.entity.js';
import { nothingNotarised, type NotarisedLog } from './notarised-log.js';

export async function readNotarised(manager: EntityManager, tenant: string): Promise<NotarisedLog> {
  return (await manager.findOne(notarisedLogEntity, { where: { tenant } })) ?? nothingNotarised(tenant);
}

/**
 * Locks a log for the rest of the transaction. Null where somebody has gone on with it since it was read, or an alarm
 * has stopped it.
 */
export async function lockUnmoved(manager: EntityManager, read: NotarisedLog): Promise<NotarisedLog | null> {
  const { tenant } = read;
  await addMissing(manager, tenant);
  const locked = await manager.findOne(notarisedLogEntity, {
    where: { tenant },
    lock: { mode: 'pessimistic_write' },
  });
  const isUnmoved = locked?.size === read.size && locked.lastPosition === read.lastPosition;
  return isUnmoved && locked.verifierKey === read.verifierKey && locked.alarm === null ? locked : null;
}

export async function writeNotarised(manager: EntityManager, log: NotarisedLog): Promise<void> {
  const { tenant, alarm: _, alarmedAt: __, ...moved } = log;
  await manager.update(notarisedLogEntity, { tenant }, moved);
}

/** Stops a log where it was read. False where somebody has gone on with it since, or an alarm has stopped it before. */
export async function raiseAlarm(manager: EntityManager, read: NotarisedLog, alarm: Alarm): Promise<boolean> {
  return manager.transaction(async (transaction) => {
    const log = await lockUnmoved(transaction, read);
    if (!log) return false;
    await transaction.query('UPDATE notary.log SET alarm = $2, alarmed_at = now() WHERE tenant_id = $1', [
      log.tenant,
      JSON.stringify(alarm),
    ]);
    return true;
  });
}

/** Takes an alarm away. False where there is none. */
export async function dismissAlarm(manager: EntityManager, tenant: string): Promise<boolean> {
  const [, dismissed] = await manager.query<[unknown, number]>(
    'UPDATE notary.log SET alarm = NULL, alarmed_at = NULL WHERE tenant_id = $1 AND alarm IS NOT NULL',
    [tenant],
  );
  return dismissed > 0;
}

/** Lets another key sign a log from now on. */
export async function changeKey(manager: EntityManager, tenant: string, verifierKey: string): Promise<void> {
  await manager.query(
    'UPDATE notary.log SET verifier_key = $2 WHERE tenant_id = $1 AND verifier_key IS NOT NULL',
    [tenant, verifierKey],
  );
}

async function addMissing(manager: EntityManager, tenant: string): Promise<void> {
  await manager.query('INSERT INTO notary.log (tenant_id) VALUES ($1) ON CONFLICT DO NOTHING', [tenant]);
}
