import type { EncodedAppend } from './encoded-append.js';
import type { EventPlace } from './encoded-event.js';
import { PartialOverlapError } from './errors.js';
import type { AppendResult, ExpectedRevision } from './event-store.js';

/** Where an event id stands already. */
export interface KnownEvent {
  /** Name without the tenant. */
  readonly stream: string;
  readonly revision: number;
}

/** What shall become of an append. */
export type Verdict =
  | { readonly kind: 'appended' }
  | { readonly kind: 'duplicate' }
  | { readonly kind: 'conflict'; readonly actualRevision: number }
  | { readonly kind: 'overlap'; readonly eventIds: readonly string[] };

/**
 * Judges an append by the stream's last revision (-1 where there is none) and by what is known of its event ids.
 * A repeated append is recognised before its expected revision is looked at: the first time has made that one stale.
 */
export function judgeAppend(
  { stream, expected, events }: EncodedAppend,
  lastRevision: number,
  known: (id: string) => KnownEvent | undefined,
): Verdict {
  const places = events.map(({ id }) => known(id));
  if (places.every((place) => place === undefined)) {
    return meets(expected, lastRevision)
      ? { kind: 'appended' }
      : { kind: 'conflict', actualRevision: lastRevision };
  }
  const start = places[0]?.revision ?? 0;
  if (places.every((place, n) => place?.stream === stream.name && place.revision === start + n)) {
    return { kind: 'duplicate' };
  }
  return { kind: 'overlap', eventIds: events.map(({ id }) => id).filter((id) => known(id)) };
}

function meets(expected: ExpectedRevision, lastRevision: number): boolean {
  if (expected === 'any') return true;
  if (expected === 'noStream') return lastRevision < 0;
  if (expected === 'exists') return lastRevision >= 0;
  return lastRevision === expected;
}

/** What the port answers. `placeOf` tells where the append's events stand. Throws {@link PartialOverlapError}. */
export function answerAppend(
  verdict: Verdict,
  { events }: EncodedAppend,
  placeOf: (id: string) => EventPlace | undefined,
): AppendResult {
  if (verdict.kind === 'overlap') throw new PartialOverlapError(verdict.eventIds);
  if (verdict.kind === 'conflict') return { outcome: 'conflict', actualRevision: verdict.actualRevision };
  const last = events.at(-1)?.id ?? '';
  const place = placeOf(last);
  if (!place) throw new Error(`The event ${last} has been appended, but has no place in the log.`);
  const { revision, position, recordedAt } = place;
  return { outcome: verdict.kind, revision, position, recordedAt };
}
