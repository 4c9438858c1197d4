import { erasureStream } from '#libs/event-store';
import {
  citationOf,
  parseStreamName,
  type PlainDate,
  type StreamDefinition,
  type StreamId,
} from '#libs/kernel';
import { schemaVersions, type EventsErased } from './events.js';

/** By what an event was decided to be erased. */
export interface Decided {
  readonly citation: string | null;
  readonly effectiveOn: PlainDate;
}

export interface ErasuresState {
  /** The decided erasures by the ids of the events. */
  readonly decided: ReadonlyMap<string, Decided>;
}

/** The municipality's decisions to erase. */
export const erasuresStream: StreamDefinition<ErasuresState, EventsErased> = {
  context: parseStreamName(erasureStream).context,
  schemaVersions,
  initialState: { decided: new Map() },
  evolve: ({ decided }, { data, basis }) => {
    const decision = { citation: citationOf(basis), effectiveOn: basis.effectiveOn };
    return { decided: new Map([...data.events.map(({ id }) => [id, decision] as const), ...decided]) };
  },
};

export function erasuresStreamId(tenant: string): StreamId {
  return { tenant, name: erasureStream };
}
