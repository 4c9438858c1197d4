import type { DomainEvent } from '#libs/kernel';
import type { EventsErased as Erased } from '#libs/proof';

/** A decision destroys the contents of other events of the municipality. Their envelopes stay, and this event does. */
export type EventsErased = DomainEvent<'EventsErased', Erased>;

export const schemaVersions = { EventsErased: 1 } as const satisfies Record<EventsErased['type'], number>;
