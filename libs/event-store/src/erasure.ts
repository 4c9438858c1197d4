import type { EventsErased } from '#libs/proof';
import type { StoredEvent } from './event-store.js';

/** Where a municipality's decisions to erase are recorded, and as what. */
export const erasureStream = 'audit.erasures';
export const erasureType = 'EventsErased';

/** Whether the event decides to erase others. One that has itself been erased decides nothing. */
export function isErasure(event: StoredEvent): event is StoredEvent & { readonly data: EventsErased } {
  const { type, record } = event;
  return type === erasureType && record.stream.endsWith(`:${erasureStream}`) && !record.erased;
}

/** The ids of the events that the given one decides to erase; none where it is something else. */
export function erasedBy(event: StoredEvent): readonly string[] {
  return isErasure(event) ? event.data.events.map(({ id }) => id) : [];
}

/** Those of the ids that no recorded decision names. */
export async function undecided(
  decisions: AsyncIterable<StoredEvent>,
  eventIds: readonly string[],
): Promise<readonly string[]> {
  const open = new Set(eventIds);
  for await (const decision of decisions) for (const id of erasedBy(decision)) open.delete(id);
  return [...open];
}
