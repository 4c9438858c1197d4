import type { NamedEvent } from '#libs/event-store';
import type { EventsErased } from './events.js';

const serials = (serial: number) => `00000000-0000-4000-8000-${String(serial).padStart(12, '0')}`;

/** An event of a stream, named so that its id tells its place. */
export function namedEvent(stream: string, revision: number, type = 'BudgetReallocated'): NamedEvent {
  return { id: serials(revision), stream, revision, type };
}

export const eventsErased: EventsErased = {
  type: 'EventsErased',
  data: {
    events: [
      namedEvent('alingsas:budget-SN.2025', 3),
      namedEvent('alingsas:budget-SN.2025', 4),
      namedEvent('alingsas:actionPlan-SN.2024-09-17.42', 9, 'MeasureProgressReported'),
    ],
    reason: 'Uppgifter om enskilda hade registrerats av misstag.',
  },
  basis: { kind: 'decision', citation: 'SN 2026-01-20, § 3', effectiveOn: '2026-01-20' },
};

/** One of every type, as it is stored. */
export const erasureSamples: readonly EventsErased[] = [eventsErased];
