import type { AppendResult, EventStore } from '#libs/event-store';
import {
  foldStream,
  printStreamId,
  type Accepted,
  type Decision,
  type DomainEvent,
  type Rejection,
  type StreamDefinition,
  type StreamId,
} from '#libs/kernel';
import type { CommandContext } from './command-context.js';
import { CommandExecutor, type Execution } from './command-executor.js';
import type { CommandOutcome, ExecutionRejection } from './command-outcome.js';
import { eventIdOf } from './event-id.js';
import { KeyedQueue } from './keyed-queue.js';
import { recordedOutcome } from './recorded-command.adapter.js';
import type { CachedState } from './state-cache.js';
import { StreamLoader } from './stream-loader.adapter.js';

/** How often a command is decided anew because others changed its stream in between. */
const maxAttempts = 10;

/**
 * Decides on the state last seen and lets the append's expected revision tell whether it was current: an accepted
 * command costs no read. A refusal is only believed when the state has been read afresh.
 */
export class EventSourcedCommandExecutor extends CommandExecutor {
  private readonly loader: StreamLoader;
  private readonly queue = new KeyedQueue();
  private readonly running = new Set<string>();

  constructor(private readonly store: EventStore) {
    super();
    this.loader = new StreamLoader(store);
  }

  async load<State, E extends DomainEvent>(
    definition: StreamDefinition<State, E>,
    stream: StreamId,
  ): Promise<State> {
    return (await this.loader.load(definition, stream)).state;
  }

  forget(streams: readonly StreamId[]): void {
    this.loader.forget(streams);
  }

  async execute<State, E extends DomainEvent, R extends Rejection>(
    execution: Execution<State, E, R>,
  ): Promise<CommandOutcome<R>> {
    const { context, stream } = execution;
    const { commandId } = context;
    const running = `${context.tenant} ${commandId}`;
    if (this.running.has(running)) return refused({ code: 'command-still-running', facts: { commandId } });
    this.running.add(running);
    try {
      return await this.queue.run(printStreamId(stream), () => this.once(execution));
    } finally {
      this.running.delete(running);
    }
  }

  private async once<State, E extends DomainEvent, R extends Rejection>(
    execution: Execution<State, E, R>,
  ): Promise<CommandOutcome<R>> {
    // Only a command with an idempotency key can have been recorded before: other command ids are fresh.
    const before =
      execution.context.requestHash === null ? null : await recordedOutcome(this.store, execution.context);
    if (before) return before as CommandOutcome<R>;
    const { definition, stream } = execution;
    let seen: Seen<State> = { ...this.loader.cached(definition, stream), fresh: false };
    for (let attempt = 1; attempt <= maxAttempts; attempt += 1) {
      const outcome = await this.attempt(execution, seen);
      if (outcome) return outcome;
      seen = { ...(await this.loader.load(definition, stream)), fresh: true };
    }
    const facts = { stream: printStreamId(stream), attempts: maxAttempts };
    return refused({ code: 'too-many-concurrent-changes', facts });
  }

  /** Null where the state turned out, or may be, other than the log now has it. */
  private async attempt<State, E extends DomainEvent, R extends Rejection>(
    execution: Execution<State, E, R>,
    seen: Seen<State>,
  ): Promise<CommandOutcome<R> | null> {
    const stale = staleRevision(execution.context, seen);
    if (stale) return seen.fresh ? refused(stale) : null;
    const decision: Decision<E, R> = await execution.decide(seen.state);
    if (!this.loader.isCurrent(seen)) return null;
    if (!decision.accepted) return seen.fresh ? refused(decision.rejection) : null;
    const appended = await this.append(execution, seen, decision);
    if (appended.outcome === 'conflict') return null;
    if (appended.outcome === 'duplicate') {
      return (await recordedOutcome(this.store, execution.context)) as CommandOutcome<R>;
    }
    const { stream, definition } = execution;
    const { revision, position, recordedAt } = appended;
    this.loader.remember(definition, stream, {
      state: foldStream(definition, decision.events, seen.state),
      revision,
      standing: revision,
      epoch: seen.epoch,
    });
    const eventIds = decision.events.map((_, n) => eventIdOf(execution.context.commandId, n));
    const { warnings } = decision;
    return {
      outcome: 'recorded',
      stream: printStreamId(stream),
      revision,
      position,
      recordedAt,
      eventIds,
      warnings,
    };
  }

  private async append<State, E extends DomainEvent, R extends Rejection>(
    { context, definition, stream }: Execution<State, E, R>,
    seen: CachedState<State>,
    { events, warnings }: Accepted<E>,
  ): Promise<AppendResult> {
    if (events.length === 0) {
      throw new Error(`A command on ${printStreamId(stream)} was accepted without a fact.`);
    }
    const { actor, commandId, correlationId, causationId, requestHash } = context;
    const versions = definition.schemaVersions as Readonly<Record<string, number>>;
    return this.store.append({
      stream,
      expected: seen.revision < 0 ? 'noStream' : seen.revision,
      events: events.map((event, n) => ({
        id: eventIdOf(commandId, n),
        event,
        schemaVersion: versions[event.type] ?? 1,
      })),
      metadata: { actor, commandId, correlationId, causationId, requestHash, warnings },
    });
  }
}

/** A state, and whether it was read from the log for this attempt. */
interface Seen<State> extends CachedState<State> {
  readonly fresh: boolean;
}

/** Whoever has seen all that still counts is up to date: views pass over what was erased, so they stop before it. */
function staleRevision(
  { expectedRevision }: CommandContext,
  { revision, standing }: CachedState<unknown>,
): ExecutionRejection | null {
  if (expectedRevision === null) return null;
  if (expectedRevision >= standing && expectedRevision <= revision) return null;
  return { code: 'stale-revision', facts: { expectedRevision, actualRevision: revision } };
}

function refused<R extends Rejection>(rejection: R | ExecutionRejection): CommandOutcome<R> {
  return { outcome: 'refused', rejection };
}
