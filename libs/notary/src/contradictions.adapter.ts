import type { Position } from '#libs/event-store';
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
  /** Where the log ended when that was heard; null where it is gone. */
  readonly head: Position | null;
}

/**
 * - `outdated`: the log has been signed as far as the witness has seen it since the witness was asked.
 * - `behind`: the notary has not come to the end of the log, and may come to what the witness has seen.
 * - `known`: an alarm stands already, or somebody has looked at this one.
 */
type NoAlarm = 'outdated' | 'behind' | 'known';

/** Stops a log that a witness contradicts; answers the alarm, or why there is none. */
export async function raiseContradiction(
  manager: EntityManager,
  tenant: string,
  contradicted: Contradicted,
): Promise<Alarm | NoAlarm> {
  return manager.transaction(async (transaction) => {
    const log = await lockLog(transaction, tenant);
    if (!log) return 'outdated';
    const alarm = alarmOf(contradicted, log);
    if (typeof alarm === 'string') return alarm;
    if (log.alarm || (await isDismissed(transaction, tenant, alarm.facts))) return 'known';
    await writeAlarm(transaction, tenant, alarm);
    return alarm;
  });
}

function alarmOf({ witness, size, contradiction, head }: Contradicted, log: NotarisedLog) {
  const { code, witnessSize } = contradiction;
  if (code === 'saw-another-tree') {
    return { code: 'witness-saw-another-tree', facts: { witness, witnessSize, size } } as const;
  }
  const { signedSize } = log;
  if (witnessSize <= signedSize) return 'outdated';
  // A notary that begins anew, in an empty database, signs the same trees once more, and the witness has seen them.
  if (witnessSize <= log.size || log.lastPosition !== head) return 'behind';
  return { code: 'witness-saw-more', facts: { witness, witnessSize, signedSize } } as const;
}
