import type { EventsErased } from '#libs/proof';
import type { StoredEvent } from './event-store.js';

/** Where a municipality's decisions to erase are recorded, and as what. */
export const erasureStream = 'audit.erasures';
export const erasureType = 'EventsErased';

/** The ids of the events that the given one decides to erase; none where it is something else. */
export function erasedBy({ type, data, record }: StoredEvent): readonly string[] {
  if (type !== erasureType || !record.stream.endsWith(`:${erasureStream}`) || record.erased) return [];
  return (data as EventsErased).events.map(({ id }) => id);
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
