import type { Recorded } from './domain-event.js';
import type { Instant, PlainDate } from './plain-date.js';

/** By what an event was erased. */
export interface ErasedBy {
  /** The id of the event that records the decision. */
  readonly event: string;
  /** The paragraph; null where the log has a decision that rests on none. */
  readonly citation: string | null;
  readonly effectiveOn: PlainDate;
  readonly recordedAt: Instant;
}

/** An event whose data is gone: what is known of it still, and by what it went. */
export interface ErasedFact {
  readonly event: Recorded;
  readonly erased: ErasedBy;
}

/** `Uppgifterna är gallrade (SN 2026-01-20, § 3).` */
export function tellErased({ citation }: Pick<ErasedBy, 'citation'>): string {
  return citation === null ? 'Uppgifterna är gallrade.' : `Uppgifterna är gallrade (${citation}).`;
}
