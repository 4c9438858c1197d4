import type { LogHead } from '#libs/event-store';
import { nothingNotarised, type NotarisedLog } from './notarised-log.js';
import type { NotarySettings } from './settings.js';
import { signingDue } from './signing-due.js';

export interface AtHandOptions {
  readonly now: Date;
  readonly settings: NotarySettings;
  /** When this process looked at the log last, in milliseconds; 0 where it has not. */
  readonly lookedAt: (tenant: string) => number;
}

/**
 * The municipalities whose logs want a look: they have grown or shrunk, are to be signed, or have not been held
 * against what was notarised of them for a while. One that an alarm has stopped is left alone.
 */
export function tenantsAtHand(
  heads: readonly LogHead[],
  logs: readonly NotarisedLog[],
  { now, settings, lookedAt }: AtHandOptions,
): readonly string[] {
  const headOf = new Map(heads.map(({ tenant, position }) => [tenant, position]));
  const logOf = new Map(logs.map((log) => [log.tenant, log]));
  return [...new Set([...headOf.keys(), ...logOf.keys()])].filter((tenant) => {
    const log = logOf.get(tenant) ?? nothingNotarised(tenant);
    if (log.alarm) return false;
    const isOld = now.getTime() - lookedAt(tenant) >= settings.lookAgainMs;
    const hasMoved = (headOf.get(tenant) ?? null) !== log.lastPosition;
    return isOld || hasMoved || signingDue(log, now, settings);
  });
}
