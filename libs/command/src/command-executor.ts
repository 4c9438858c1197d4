import type { Decision, DomainEvent, Rejection, StreamDefinition, StreamId } from '#libs/kernel';
import type { CommandContext } from './command-context.js';
import type { CommandOutcome } from './command-outcome.js';

export interface Execution<State, E extends DomainEvent, R extends Rejection> {
  readonly context: CommandContext;
  readonly definition: StreamDefinition<State, E>;
  readonly stream: StreamId;
  /**
   * Gathers what the rules need from outside the stream and calls the pure `decide` of the slice. Called again with
   * a newer state where somebody else was faster; never called where the command was recorded already.
   */
  readonly decide: (state: State) => Decision<E, R> | Promise<Decision<E, R>>;
}

/**
 * Loads the stream, decides, appends with the revision that was decided on, and decides anew on a conflict.
 * Retries with the same command id are answered from the log. The abstract class is also the injection token.
 */
export abstract class CommandExecutor {
  abstract execute<State, E extends DomainEvent, R extends Rejection>(
    execution: Execution<State, E, R>,
  ): Promise<CommandOutcome<R>>;

  /** The state of a stream as the log has it now: what a command needs to know of another stream. */
  abstract load<State, E extends DomainEvent>(
    definition: StreamDefinition<State, E>,
    stream: StreamId,
  ): Promise<State>;
  /**
   * Drops what is remembered of streams in which something has been erased, so that no command is decided on it. To be
   * called in every process, once the erasure is done.
   */
  abstract forget(streams: readonly StreamId[]): void;
}
