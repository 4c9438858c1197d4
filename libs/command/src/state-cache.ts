import type { DomainEvent, StreamDefinition } from '#libs/kernel';

/** A stream's state as of a revision; -1 before its first event. */
export interface CachedState<State> {
  readonly state: State;
  readonly revision: number;
}

/** The states last used, so that a command folds only what is new. A cache: the log stays the truth. */
export class StateCache {
  private readonly entries = new Map<string, CachedState<unknown>>();

  constructor(private readonly maxEntries = 2_000) {}

  get<State, E extends DomainEvent>(
    stream: string,
    definition: StreamDefinition<State, E>,
  ): CachedState<State> {
    const entry = this.entries.get(stream) as CachedState<State> | undefined;
    return entry ?? { state: definition.initialState, revision: -1 };
  }

  set<State>(stream: string, entry: CachedState<State>): void {
    // Re-inserting keeps the map in order of use, so the first key is the one unused for longest.
    this.entries.delete(stream);
    this.entries.set(stream, entry);
    if (this.entries.size > this.maxEntries) {
      const [oldest] = this.entries.keys();
      if (oldest !== undefined) this.entries.delete(oldest);
    }
  }

  delete(stream: string): void {
    this.entries.delete(stream);
  }
}
