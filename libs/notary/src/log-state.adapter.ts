import type { EntityManager } from 'typeorm';
import type { Alarm } from './alarm.js';
import { rememberDismissed } from './dismissed.adapter.js';
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
  const locked = await lockLog(manager, tenant);
  const isUnmoved = locked?.size === read.size && locked.lastPosition === read.lastPosition;
  return isUnmoved && locked.verifierKey === read.verifierKey && locked.alarm === null ? locked : null;
}

/** Locks a log for the rest of the transaction. Null where there is none. */
export async function lockLog(manager: EntityManager, tenant: string): Promise<NotarisedLog | null> {
  return manager.findOne(notarisedLogEntity, { where: { tenant }, lock: { mode: 'pessimistic_write' } });
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
    await writeAlarm(transaction, log.tenant, alarm);
    return true;
  });
}

/** To be called in the transaction that holds the log. */
export async function writeAlarm(manager: EntityManager, tenant: string, alarm: Alarm): Promise<void> {
  await manager.query('UPDATE notary.log SET alarm = $2, alarmed_at = now() WHERE tenant_id = $1', [
    tenant,
    JSON.stringify(alarm),
  ]);
}

/**
 * Takes an alarm away. False where there is none. What a witness said is remembered, so that its saying the same again
 * stops nothing.
 */
export async function dismissAlarm(manager: EntityManager, tenant: string): Promise<boolean> {
  return manager.transaction(async (transaction) => {
    const { alarm } = (await lockLog(transaction, tenant)) ?? {};
    if (!alarm) return false;
    if ('witness' in alarm.facts) await rememberDismissed(transaction, tenant, alarm.facts);
    await transaction.query('UPDATE notary.log SET alarm = NULL, alarmed_at = NULL WHERE tenant_id = $1', [
      tenant,
    ]);
    return true;
  });
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
