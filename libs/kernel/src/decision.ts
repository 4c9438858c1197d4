import type { DomainEvent } from './domain-event.js';
import type { Rejection, Warning } from './rejection.js';

/** What a `decide` function answers: the facts to record, or why nothing is recorded. */
export type Decision<E extends DomainEvent, R extends Rejection> = Accepted<E> | Rejected<R>;

export interface Accepted<E extends DomainEvent> {
  readonly accepted: true;
  readonly events: readonly E[];
  readonly warnings: readonly Warning[];
}

export interface Rejected<R extends Rejection> {
  readonly accepted: false;
  readonly rejection: R;
}

export function accept<E extends DomainEvent>(
  events: readonly E[],
  warnings: readonly Warning[] = [],
): Accepted<E> {
  return { accepted: true, events, warnings };
}

export function reject<R extends Rejection>(rejection: R): Rejected<R> {
  return { accepted: false, rejection };
}

/** A business rule: what it objects to, or null. Named so that a committee secretary could read it aloud. */
export type Rule<Command, State, R extends Rejection> = (command: Command, state: State) => R | null;

/** The first objection of a list of rules, in the order they are read, or null. */
export function firstObjection<Command, State, R extends Rejection>(
  rules: readonly Rule<Command, State, R>[],
  command: Command,
  state: State,
): R | null {
  for (const rule of rules) {
    const objection = rule(command, state);
    if (objection) return objection;
  }
  return null;
}
