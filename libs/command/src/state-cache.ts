import type { DomainEvent, StreamDefinition } from '#libs/kernel';

/** A stream's state as of a revision; -1 before its first event. */
export interface CachedState<State> {
  readonly state: State;
  readonly revision: number;
  /** The last revision that has not been erased: what follows it no longer counts. Mostly the last revision. */
  readonly standing: number;
  /** How often something had been forgotten when this was read; nothing older is taken in again. */
  readonly epoch: number;
}

type Entry = Omit<CachedState<unknown>, 'epoch'> & { readonly definition: object };

/** The states last used, so that a command folds only what is new. A cache: the log stays the truth. */
export class StateCache {
  private readonly entries = new Map<string, Entry>();
  private forgotten = 0;

  constructor(private readonly maxEntries = 2_000) {}

  get<State, E extends DomainEvent>(
    stream: string,
    definition: StreamDefinition<State, E>,
  ): CachedState<State> {
    const entry = this.entries.get(stream);
    const { epoch } = this;
    // Another definition folds the same stream into another state.
    if (entry?.definition !== definition) {
      return { state: definition.initialState, revision: -1, standing: -1, epoch };
    }
    const { state, revision, standing } = entry;
    return { state: state as State, revision, standing, epoch };
  }

  get epoch(): number {
    return this.forgotten;
  }

  set<State, E extends DomainEvent>(
    stream: string,
    definition: StreamDefinition<State, E>,
    { state, revision, standing, epoch }: CachedState<State>,
  ): void {
    // It may have been read before what was forgotten since.
    if (epoch !== this.epoch) return;
    // Re-inserting keeps the map in order of use, so the first key is the one unused for longest.
    this.entries.delete(stream);
    this.entries.set(stream, { state, revision, standing, definition });
    if (this.entries.size > this.maxEntries) {
      const [oldest] = this.entries.keys();
      if (oldest !== undefined) this.entries.delete(oldest);
    }
  }

  /** Lets go of the streams' states, also of those that somebody is about to bring. */
  forget(streams: readonly string[]): void {
    this.forgotten += 1;
    for (const stream of streams) this.entries.delete(stream);
  }
}
