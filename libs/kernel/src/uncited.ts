import type { Basis } from './basis.js';
import { accept, reject, type Decision } from './decision.js';
import type { DomainEvent } from './domain-event.js';
import { latest, type PlainDate } from './plain-date.js';
import type { Rejection } from './rejection.js';

/** A later fact that says under which paragraph an uncited one was decided. The paragraph is in its basis. */
export type FactCited = DomainEvent<'FactCited', { readonly revision: number }>;

/** A fact recorded without a paragraph. `revision` is its place in the stream. */
export interface UncitedFact {
  readonly revision: number;
  readonly type: string;
  readonly reason: string;
  readonly effectiveOn: PlainDate;
}

/** The uncited facts of one stream, kept while folding it. */
export interface UncitedFacts {
  readonly nextRevision: number;
  readonly open: readonly UncitedFact[];
}

export const noUncitedFacts: UncitedFacts = { nextRevision: 0, open: [] };

/** Takes in the stream's next event: an uncited fact is added, a cited one leaves the list. */
export function countUncited({ nextRevision, open }: UncitedFacts, event: DomainEvent): UncitedFacts {
  return { nextRevision: nextRevision + 1, open: updated(open, event, nextRevision) };
}

/** The stream's next event has been erased: its place counts, so that later facts keep theirs. */
export function passOverUncited({ nextRevision, open }: UncitedFacts): UncitedFacts {
  return { nextRevision: nextRevision + 1, open };
}

function updated(open: readonly UncitedFact[], event: DomainEvent, revision: number): readonly UncitedFact[] {
  if (isFactCited(event)) return open.filter((fact) => fact.revision !== event.data.revision);
  if (event.basis.kind !== 'uncited') return open;
  const { reason, effectiveOn } = event.basis;
  return [...open, { revision, type: event.type, reason, effectiveOn }];
}

export function isFactCited(event: DomainEvent): event is FactCited {
  return event.type === 'FactCited';
}

/** Whether the fact that is cited stands as uncited. */
export function isStillUncited({ open }: UncitedFacts, { data }: FactCited): boolean {
  return open.some(({ revision }) => revision === data.revision);
}

export interface CiteFact {
  readonly revision: number;
  readonly basis: Basis & { readonly kind: 'decision' };
}

export type CiteFactRejection = Rejection<
  'fact-not-uncited',
  { readonly revision: number; readonly uncitedRevisions: readonly number[] }
>;

/**
 * A later fact cites an uncited one. It never takes effect before the fact that it cites, so that no date shows the
 * citation without the fact.
 */
export function citeFact(command: CiteFact, uncited: UncitedFacts): Decision<FactCited, CiteFactRejection> {
  const { revision, basis } = command;
  const fact = uncited.open.find((open) => open.revision === revision);
  if (!fact) {
    const uncitedRevisions = uncited.open.map((open) => open.revision);
    return reject({ code: 'fact-not-uncited', facts: { revision, uncitedRevisions } });
  }
  const effectiveOn = latest(basis.effectiveOn, fact.effectiveOn);
  return accept([{ type: 'FactCited', data: { revision }, basis: { ...basis, effectiveOn } }]);
}
