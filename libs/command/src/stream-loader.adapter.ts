import {
  assertKnown,
  evolveRecorded,
  printStreamId,
  type DomainEvent,
  type StreamDefinition,
  type StreamId,
} from '#libs/kernel';
import type { EventStore } from '#libs/event-store';
import { StateCache, type CachedState } from './state-cache.js';

/** Folds streams, remembering the state they had so that only newer events are read. */
export class StreamLoader {
  private readonly cache = new StateCache();

  constructor(private readonly store: EventStore) {}

  /** As last seen: perhaps behind the log, which an append with the expected revision finds out. */
  cached<State, E extends DomainEvent>(definition: StreamDefinition<State, E>, stream: StreamId) {
    return this.cache.get(printStreamId(stream), definition);
  }

  /** As the log has it now. */
  async load<State, E extends DomainEvent>(
    definition: StreamDefinition<State, E>,
    stream: StreamId,
  ): Promise<CachedState<State>> {
    const { epoch, ...seen } = this.cached(definition, stream);
    let { state, revision, standing } = seen;
    for await (const event of this.store.readStream(stream, { from: revision + 1 })) {
      assertKnown(definition, event, event.record.schemaVersion);
      revision = event.record.revision;
      state = evolveRecorded(definition, state, event);
      // What a decision has erased no longer counts; the stream goes on behind it.
      if (!event.record.erased) standing = revision;
    }
    const loaded = { state, revision, standing, epoch };
    this.remember(definition, stream, loaded);
    return loaded;
  }

  remember<State, E extends DomainEvent>(
    definition: StreamDefinition<State, E>,
    stream: StreamId,
    entry: CachedState<State>,
  ): void {
    this.cache.set(printStreamId(stream), definition, entry);
  }
  /** False where a stream's state has been forgotten since: what it was made of may have been erased. */
  isCurrent({ epoch }: CachedState<unknown>): boolean {
    return epoch === this.cache.epoch;
  }

  forget(streams: readonly StreamId[]): void {
    this.cache.forget(streams.map(printStreamId));
  }
}
