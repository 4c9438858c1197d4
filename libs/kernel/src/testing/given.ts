import { deepStrictEqual, fail, strictEqual } from 'node:assert';
import type { Decision } from '../decision.js';
import type { DomainEvent } from '../domain-event.js';
import type { Rejection } from '../rejection.js';
import { assertKnown, foldStream, type StreamDefinition } from '../stream-definition.js';

/**
 * Specs in domain facts: `given(stream, facts).when(decide, command).thenRecorded(...facts)`.
 * What was decided is folded as well, so that `evolve` meets every event that a spec produces.
 */
export function given<State, E extends DomainEvent>(
  stream: StreamDefinition<State, E>,
  facts: readonly NoInfer<E>[] = [],
) {
  const state = foldStream(stream, facts);
  return {
    state,
    when<Command, R extends Rejection>(
      decide: (command: Command, state: State) => Decision<E, R>,
      command: Command,
    ) {
      return new Outcome(stream, state, decide(command, state));
    },
  };
}

class Outcome<State, E extends DomainEvent, R extends Rejection> {
  constructor(
    private readonly stream: StreamDefinition<State, E>,
    private readonly before: State,
    private readonly decision: Decision<E, R>,
  ) {}

  /** The command was accepted and recorded exactly these facts. Answers the state that they lead to. */
  thenRecorded(...facts: readonly E[]): State {
    const events = this.recorded();
    deepStrictEqual(plain(events), plain(facts));
    return foldStream(this.stream, events, this.before);
  }

  /** The command was accepted with exactly these warnings, in this order. */
  thenWarned(...codes: readonly string[]): this {
    if (!this.decision.accepted) return fail(`Refused: ${JSON.stringify(this.decision.rejection)}`);
    deepStrictEqual(
      this.decision.warnings.map((warning) => warning.code),
      codes,
    );
    return this;
  }

  /** The command was refused with this code and, where given, exactly these facts. Nothing was recorded. */
  thenRejected<Code extends R['code']>(code: Code, facts?: Extract<R, { code: Code }>['facts']): void {
    if (this.decision.accepted) return fail(`Accepted: ${JSON.stringify(this.decision.events)}`);
    strictEqual(this.decision.rejection.code, code);
    if (facts !== undefined) deepStrictEqual(plain(this.decision.rejection.facts), plain(facts));
  }

  private recorded(): readonly E[] {
    if (!this.decision.accepted) return fail(`Refused: ${JSON.stringify(this.decision.rejection)}`);
    for (const event of this.decision.events) {
      assertKnown(this.stream, event, 1);
    }
    return this.decision.events;
  }
}

/** As it will be stored: what JSON drops is no fact. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
