import { erasureStream } from '#libs/event-store';
import { parseStreamName, type Teller } from '#libs/kernel';
import type { EventsErased } from './events.js';

/** Tells the decisions to erase. They stand beside the committees, and nothing of them is asked for item by item. */
export const erasureTeller: Teller<null, EventsErased> = {
  projection: {
    name: 'erasures',
    version: 1,
    contexts: [parseStreamName(erasureStream).context],
    keysOf: () => [erasureStream],
    initial: () => null,
    evolve: (doc) => doc,
    index: () => ({ committee: null, year: null, sortKey: erasureStream }),
    sources: () => [{ stream: erasureStream }],
  },
  tell: ({ data: { events, reason } }) =>
    `${events.length === 1 ? '1 händelse' : `${events.length} händelser`} gallrades. Skäl: ${reason}`,
  itemsOf: () => [],
};
