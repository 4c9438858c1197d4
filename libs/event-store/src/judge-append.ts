import type { EncodedAppend } from './encoded-append.js';
import { PartialOverlapError } from './errors.js';
import type { ExpectedRevision } from './event-store.js';

/** Where an event id stands already. */
export interface KnownEvent {
  /** Name without the tenant. */
  readonly stream: string;
  readonly revision: number;
}

/** What shall become of an append. */
export type Verdict =
  | { readonly kind: 'append' }
  | { readonly kind: 'duplicate' }
  | { readonly kind: 'conflict'; readonly actualRevision: number };

/**
 * Judges an append by the stream's last revision (-1 where there is none) and by what is known of its event ids.
 * A repeated append is recognised before its expected revision is looked at: the first time has made that one stale.
 * Throws {@link PartialOverlapError}.
 */
export function judgeAppend(
  { stream, expected, events }: EncodedAppend,
  lastRevision: number,
  known: (id: string) => KnownEvent | undefined,
): Verdict {
  const overlap = events.filter(({ id }) => known(id));
  if (overlap.length === 0) {
    return meets(expected, lastRevision)
      ? { kind: 'append' }
      : { kind: 'conflict', actualRevision: lastRevision };
  }
  const first = known(events[0]?.id ?? '');
  const repeated = events.every(({ id }, n) => {
    const place = known(id);
    return place?.stream === stream.name && place.revision === (first?.revision ?? 0) + n;
  });
  if (repeated) return { kind: 'duplicate' };
  throw new PartialOverlapError(overlap.map(({ id }) => id));
}

function meets(expected: ExpectedRevision, lastRevision: number): boolean {
  if (expected === 'any') return true;
  if (expected === 'noStream') return lastRevision < 0;
  if (expected === 'exists') return lastRevision >= 0;
  return lastRevision === expected;
}
