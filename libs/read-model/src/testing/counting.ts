import { randomUUID } from 'node:crypto';
import type { AppendResult, EventStore } from '#libs/event-store';
import {
  parseStreamId,
  parseStreamName,
  unknownEvent,
  type DomainEvent,
  type Projection,
  type StreamName,
} from '#libs/kernel';

/** So much was counted of these things. A stream a committee and year. */
export type Counted = DomainEvent<'Counted', { readonly things: readonly string[]; readonly by: number }>;

/** What the events add up to, and a trail that shows whether one was left out, doubled or put in another order. */
export interface Count {
  readonly committee: string;
  readonly year: number | null;
  readonly thing: string;
  readonly sum: number;
  readonly trail: readonly string[];
  readonly revision: number;
}

/** Documents `SN.2023.chairs` for what was counted, and `SN.all` for all of the committee's years. */
export const counts: Projection<Count, Counted> = {
  name: 'test-counts',
  version: 1,
  contexts: ['counting'],
  keysOf: (event) => {
    if (event.type !== 'Counted') return unknownEvent(event.type);
    const { committee, key } = nameOf(event.record.stream);
    return [...new Set(event.data.things)]
      .map((thing) => `${committee}.${key}.${thing}`)
      .concat(`${committee}.all`);
  },
  initial: (key) => {
    const [committee = '', year = '', thing = ''] = key.split('.');
    return { committee, year: thing ? Number(year) : null, thing, sum: 0, trail: [], revision: -1 };
  },
  evolve: (count, event) => ({
    ...count,
    sum: count.sum + event.data.by,
    trail: [...count.trail, event.record.position].slice(-20),
    revision: event.record.revision,
  }),
  index: ({ committee, year, thing }) => ({ committee, year, sortKey: `${year ?? ''} ${thing}` }),
  sources: ({ key, committee, year }) => {
    const [keyCommittee, keyYear, thing] = key?.split('.') ?? [];
    if (thing) return [{ stream: `counting-${keyCommittee}.${keyYear}` }];
    if (committee !== undefined && year !== undefined) return [{ stream: `counting-${committee}.${year}` }];
    return [{ prefix: (keyCommittee ?? committee) ? `counting-${keyCommittee ?? committee}.` : 'counting-' }];
  },
};

function nameOf(stream: string): StreamName {
  return parseStreamName(parseStreamId(stream).name);
}

export function counted(by: number, ...things: readonly string[]): Counted {
  return { type: 'Counted', data: { things, by }, basis: { kind: 'report', effectiveOn: '2023-03-21' } };
}

/** Appends facts to a stream, in one go, without a condition. */
export async function append(
  store: EventStore,
  stream: string,
  ...facts: readonly DomainEvent[]
): Promise<Extract<AppendResult, { readonly revision: number }>> {
  const commandId = randomUUID();
  const result = await store.append({
    stream: parseStreamId(stream),
    expected: 'any',
    events: facts.map((event) => ({ id: randomUUID(), event, schemaVersion: 1 })),
    metadata: {
      actor: { id: 'test-secretary', role: 'committeeSecretary', committee: 'SN' },
      commandId,
      correlationId: commandId,
      causationId: null,
      requestHash: null,
      warnings: [],
    },
  });
  if (result.outcome === 'conflict') throw new Error(`${stream} could not be appended to.`);
  return result;
}
