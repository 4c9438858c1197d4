import type { DomainEvent } from '../domain-event.js';
import { foldStream } from '../stream-definition.js';
import { streamKind, type Foundations } from '../stream-kind.js';
import { record } from './record.js';

/** The facts that have nothing to build on: none of those that were recorded, whatever was recorded. */
export function unfounded<State, E extends DomainEvent>(
  { definition, isFounded }: Foundations<State, E>,
  facts: readonly E[],
): readonly E[] {
  return facts.filter((fact, n) => !isFounded(foldStream(definition, facts.slice(0, n)), fact));
}

/** For each of the facts that others build on, the place of the first of those: `{ 0: 3 }`. */
export function buildingOn<State, E extends DomainEvent>(
  foundations: Foundations<State, E>,
  facts: readonly E[],
): Readonly<Record<number, number>> {
  const { context } = foundations.definition;
  const events = record({ tenant: 'alingsas', name: `${context}-SN.1` }, facts);
  const { firstUnfounded } = streamKind(foundations);
  const first = events.map(({ record: { id } }) => firstUnfounded(events, new Set([id])));
  return Object.fromEntries(first.flatMap((event, n) => (event ? [[n, event.record.revision]] : [])));
}
