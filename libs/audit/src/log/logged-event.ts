import { erasedUnder, type DecidedErasures, type StoredEvent } from '#libs/event-store';
import type { ErasedBy } from '#libs/kernel';

/** An event as it stands in the log, and where it has been erased by what: its data is null then. */
export type LoggedEvent = StoredEvent & { readonly erased?: ErasedBy };

export function withErasure(event: StoredEvent, erasures: DecidedErasures): LoggedEvent {
  const erasure = event.record.erased ? erasures.of(event.record.id) : undefined;
  return erasure ? { ...event, erased: erasedUnder(erasure) } : event;
}
