import type { DomainEvent, Recorded } from './domain-event.js';
import { assertKnown, evolveRecorded, passOver, type StreamDefinition } from './stream-definition.js';
import type { StreamName } from './stream-id.js';

/** How the facts of a kind of stream build on one another. */
export interface Foundations<State, E extends DomainEvent> {
  readonly definition: StreamDefinition<State, E>;
  /** The key of the kind's streams, `committee`, where the context has other kinds too. */
  readonly key?: string;
  /**
   * Whether what the fact builds on is in the state. True of every fact that was recorded, until something before it
   * is erased: `evolve` never judges, so nothing else would tell.
   */
  readonly isFounded: (state: State, event: E) => boolean;
  /** Types on which other streams build; they are never erased. */
  readonly kept?: readonly E['type'][];
  /** The paragraph that the fact enters into the register of decisions, printed. */
  readonly registers?: (event: E) => string | null;
}

/** A kind of stream as somebody sees it who is about to erase events, of whatever states and events. */
export interface StreamKind {
  readonly holds: (stream: StreamName) => boolean;
  readonly isKept: (event: Recorded) => boolean;
  readonly registers: (event: Recorded) => string | null;
  /**
   * The first of a stream's events, given whole and in order, that would have nothing to build on without those of
   * the ids; null where all would. What has no ground as it is does not count.
   */
  readonly firstUnfounded: (events: readonly Recorded[], without: ReadonlySet<string>) => Recorded | null;
}

export function streamKind<State, E extends DomainEvent>(foundations: Foundations<State, E>): StreamKind {
  const { definition, key, kept = [], registers } = foundations;
  return {
    holds: (stream) => stream.context === definition.context && (key === undefined || stream.key === key),
    isKept: ({ type }) => kept.includes(type),
    registers: (event) => registers?.(known(definition, event)) ?? null,
    firstUnfounded: (events, without) => firstUnfounded(foundations, events, without),
  };
}

/** Folds the stream twice, as it is and without the events, until the one takes in what the other cannot. */
function firstUnfounded<State, E extends DomainEvent>(
  { definition, isFounded }: Foundations<State, E>,
  events: readonly Recorded[],
  without: ReadonlySet<string>,
): Recorded | null {
  let whole = definition.initialState;
  let rest = definition.initialState;
  for (const recorded of events) {
    const event = known(definition, recorded);
    const isGone = event.record.erased ?? without.has(event.record.id);
    if (!isGone && isFounded(whole, event) && !isFounded(rest, event)) return recorded;
    whole = evolveRecorded(definition, whole, event);
    try {
      rest = isGone ? passOver(definition, rest) : definition.evolve(rest, event);
    } catch {
      // Total over what was recorded, a fold need not be so over what is left of it.
      return recorded;
    }
  }
  return null;
}

function known<State, E extends DomainEvent>(
  definition: StreamDefinition<State, E>,
  event: Recorded,
): Recorded<E> {
  assertKnown(definition, event, event.record.schemaVersion);
  return event;
}
