import type { EntityManager } from 'typeorm';
import type { Alarm } from './alarm.js';
import type { Contradiction } from './cosigner.js';
import { isDismissed } from './dismissed.adapter.js';
import { lockLog, writeAlarm } from './log-state.adapter.js';
import type { NotarisedLog } from './notarised-log.js';

/** What a witness answered to a checkpoint of that size. */
export interface Contradicted {
  readonly witness: string;
  readonly size: number;
  readonly contradiction: Contradiction;
}

/**
 * Stops a log that a witness contradicts; answers the alarm. `outdated`: the log has been signed as far as the witness
 * has seen it since it was asked. `known`: an alarm stands already, or somebody has looked at this one.
 */
export async function raiseContradiction(
  manager: EntityManager,
  tenant: string,
  contradicted: Contradicted,
): Promise<Alarm | 'outdated' | 'known'> {
  return manager.transaction(async (transaction) => {
    const log = await lockLog(transaction, tenant);
    const alarm = log && alarmOf(contradicted, log);
    if (!alarm) return 'outdated';
    if (log.alarm || (await isDismissed(transaction, tenant, alarm.facts))) return 'known';
    await writeAlarm(transaction, tenant, alarm);
    return alarm;
  });
}

/** Null where the log is no longer behind the witness. */
function alarmOf(
  { witness, size, contradiction }: Contradicted,
  { signedSize }: NotarisedLog,
): WitnessAlarm | null {
  const { code, witnessSize } = contradiction;
  if (code === 'saw-another-tree') {
    return { code: 'witness-saw-another-tree', facts: { witness, witnessSize, size } };
  }
  if (witnessSize <= signedSize) return null;
  return { code: 'witness-saw-more', facts: { witness, witnessSize, signedSize } };
}

type WitnessAlarm = Extract<Alarm, { readonly code: 'witness-saw-more' | 'witness-saw-another-tree' }>;
