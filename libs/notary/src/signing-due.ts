import type { NotarisedLog } from './notarised-log.js';
import type { NotarySettings } from './settings.js';

type Signed = Pick<NotarisedLog, 'size' | 'signedSize' | 'signedAt'>;
type When = Pick<NotarySettings, 'signAfterEvents' | 'signAfterMs'>;

/** Whether a log that has grown is to be signed now. One that was never signed always is. */
export function signingDue({ size, signedSize, signedAt }: Signed, now: Date, when: When): boolean {
  if (size === signedSize) return false;
  if (signedAt === null || size - signedSize >= when.signAfterEvents) return true;
  const passedMs = now.getTime() - signedAt.getTime();
  // A clock that was set back must not keep a log from being signed.
  return passedMs >= when.signAfterMs || passedMs < 0;
}
