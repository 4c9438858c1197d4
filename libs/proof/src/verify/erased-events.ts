import type { EventsErased } from '../envelope.js';
import { fail } from './failure.js';
import { named, type LoggedEvent } from './logged-event.js';

/** An event as a decision to erase names it. */
export type ErasedEvent = EventsErased['events'][number];

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The events that an `EventsErased` names. */
export function erasedEventsOf(event: LoggedEvent): readonly ErasedEvent[] {
  const data = event.content?.data;
  const events: unknown = isObject(data) ? data['events'] : undefined;
  if (Array.isArray(events) && events.every(isErasedEvent)) return events;
  return fail('erasure-malformed', named(event));
}

function isErasedEvent(value: unknown): value is ErasedEvent {
  return (
    isObject(value) &&
    typeof value['id'] === 'string' &&
    uuid.test(value['id']) &&
    typeof value['stream'] === 'string' &&
    typeof value['revision'] === 'number' &&
    typeof value['type'] === 'string'
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
