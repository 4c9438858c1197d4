import type { DomainEvent, StreamDefinition } from '#libs/kernel';

/** A stream's state as of a revision; -1 before its first event. */
export interface CachedState<State> {
  readonly state: State;
  readonly revision: number;
  /** The last revision that has not been erased: what follows it no longer counts. Mostly the last revision. */
  readonly standing: number;
}

/** The states last used, so that a command folds only what is new. A cache: the log stays the truth. */
export class StateCache {
  private readonly entries = new Map<string, CachedState<unknown> & { readonly definition: object }>();

  constructor(private readonly maxEntries = 2_000) {}

  get<State, E extends DomainEvent>(
    stream: string,
    definition: StreamDefinition<State, E>,
  ): CachedState<State> {
    const entry = this.entries.get(stream);
    // Another definition folds the same stream into another state.
    if (entry?.definition !== definition) {
      return { state: definition.initialState, revision: -1, standing: -1 };
    }
    return entry as CachedState<State> & { readonly definition: object };
  }

  set<State, E extends DomainEvent>(
    stream: string,
    definition: StreamDefinition<State, E>,
    { state, revision, standing }: CachedState<State>,
  ): void {
    // Re-inserting keeps the map in order of use, so the first key is the one unused for longest.
    this.entries.delete(stream);
    this.entries.set(stream, { state, revision, standing, definition });
    if (this.entries.size > this.maxEntries) {
      const [oldest] = this.entries.keys();
      if (oldest !== undefined) this.entries.delete(oldest);
    }
  }
}
