import { parseNote, cosignedAt, type VerifierKey } from '#libs/proof';
import { witnessKey } from '#libs/proof/testing';
import type { Refused } from '../evidence.js';
import { WitnessIdentity } from '../identity.js';
import { trustedLogs, trustLog } from '../trusted-logs.adapter.js';
import { Witness } from '../witness.adapter.js';
import type { TestLog } from './test-log.js';

export const testWitness = new WitnessIdentity('vittne.example', witnessKey);

export interface OpenedWitness {
  readonly witness: Witness;
  /** What it found to speak against the logs, in order. */
  readonly found: readonly Refused[];
}

/** A witness on that folder that knows these logs. `time` is that of its clock, in seconds since 1970. */
export async function openWitness(
  dir: string,
  logs: readonly TestLog[],
  time = 1_764_000_000,
): Promise<OpenedWitness> {
  for (const { key } of logs) await trustLog(dir, key);
  const found: Refused[] = [];
  const witness = new Witness({
    dir,
    identity: testWitness,
    trusted: await trustedLogs(dir),
    onContradiction: (_, refused) => void found.push(refused),
    now: () => new Date(time * 1_000),
  });
  await witness.open();
  return { witness, found };
}

/** When the witness signed the note according to the line that it answered; null where it is none of its own. */
export function signedAt(
  note: string,
  line: string,
  witness: VerifierKey = testWitness.verifierKey,
): number | null {
  return cosignedAt(parseNote(`${note}${line}`), witness);
}
