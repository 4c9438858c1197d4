import type { Instant } from '#libs/kernel';
import type { EncodedAppend } from '../encoded-append.js';
import type { RememberedLog } from './remembered-log.js';

/** Appends of one municipality that are recorded together. One that is copied is a batch of its own. */
export interface Batch {
  readonly tenant: string;
  readonly appends: readonly EncodedAppend[];
  /** Brought up to date with what the batch reads and adds. */
  readonly remembered: RememberedLog;
  /** An earlier attempt may have recorded some of the events. */
  readonly isRepeated: boolean;
  readonly now: () => Instant;
}

/**
 * The streams whose last revision the verdicts depend on. One that its first append expects to be new is taken at its
 * word: where it is not, its first revision fails on its key, and the batch is repeated.
 */
export function streamsToKnow({ appends, isRepeated }: Batch): readonly string[] {
  const first = new Map(appends.toReversed().map(({ stream, expected }) => [stream.name, expected]));
  return [...first].filter(([, expected]) => isRepeated || expected !== 'noStream').map(([stream]) => stream);
}

/** Copying is often taken up again, so what is copied may stand in the log as well. */
export function mayBeRecorded({ appends, isRepeated }: Batch): boolean {
  return isRepeated || appends.some(({ recordedAt }) => recordedAt !== null);
}
