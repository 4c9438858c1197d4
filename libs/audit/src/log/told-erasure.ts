import type { DecidedErasures, Erasure, StoredEvent } from '#libs/event-store';
import type { Instant, PlainDate } from '#libs/kernel';

/** By what an event was erased. */
export interface ToldErasure {
  /** The id of the event that records the decision. */
  readonly event: string;
  readonly citation: string | null;
  readonly effectiveOn: PlainDate;
  readonly recordedAt: Instant;
}

/** An event as it stands in the log, and where it has been erased by what: its data is null then. */
export type LoggedEvent = StoredEvent & { readonly erased?: ToldErasure };

export function toldErasure({ event, citation, effectiveOn, recordedAt }: Erasure): ToldErasure {
  return { event, citation, effectiveOn, recordedAt };
}

export function withErasure(event: StoredEvent, erasures: DecidedErasures): LoggedEvent {
  const erasure = event.record.erased ? erasures.of(event.record.id) : undefined;
  return erasure ? { ...event, erased: toldErasure(erasure) } : event;
}
