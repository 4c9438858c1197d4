import { UnknownEventError, type DomainEvent, type Recorded } from './domain-event.js';

/**
 * A kind of stream: its events and how they add up to a state. Commands bring their own `decide` and share this.
 * `evolve` never judges; it is total over what was recorded.
 */
export interface StreamDefinition<State, E extends DomainEvent> {
  /** The first part of the stream's name, e.g. `budget`. */
  readonly context: string;
  /** Every event type of the stream and the version in which it is written today. Names are permanent. */
  readonly schemaVersions: Readonly<Record<E['type'], number>>;
  readonly initialState: State;
  readonly evolve: (state: State, event: E) => State;
  /** What the place of an erased event makes of the state, where the state counts places; nothing unless told. */
  readonly passOver?: (state: State) => State;
}

/** Folds recorded events into the state they add up to. */
export function foldStream<State, E extends DomainEvent>(
  stream: StreamDefinition<State, E>,
  events: Iterable<E>,
  from: State = stream.initialState,
): State {
  let state = from;
  for (const event of events) state = stream.evolve(state, event);
  return state;
}

/** Takes in an event as it stands in the log: of one that a decision has erased, only its place counts. */
export function evolveRecorded<State, E extends DomainEvent>(
  stream: StreamDefinition<State, E>,
  state: State,
  event: Recorded<E>,
): State {
  return event.record.erased ? passOver(stream, state) : stream.evolve(state, event);
}

export function passOver<State, E extends DomainEvent>(
  stream: StreamDefinition<State, E>,
  state: State,
): State {
  return stream.passOver?.(state) ?? state;
}

/** Whether the stream knows the stored event in the stored version. Throws UnknownEventError where it does not. */
export function assertKnown<State, E extends DomainEvent>(
  stream: StreamDefinition<State, E>,
  event: DomainEvent,
  schemaVersion: number,
): asserts event is E {
  const known = (stream.schemaVersions as Readonly<Record<string, number>>)[event.type];
  if (known === undefined || schemaVersion > known) {
    throw new UnknownEventError(`${event.type} (version ${schemaVersion})`);
  }
}
