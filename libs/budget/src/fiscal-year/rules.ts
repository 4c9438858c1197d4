import type { Basis, FiscalYear, PlainDate } from '#libs/kernel';
import { citationOf } from '#libs/kernel';
import type { BudgetEvent, BudgetState } from '../contract/index.js';
import type { BudgetRejection } from './rejections.js';

/** What every command on a budget year says. */
export interface BudgetCommand {
  readonly year: FiscalYear;
  readonly basis: Basis;
}

export function theBudgetIsNotAdoptedYet(
  { year }: BudgetCommand,
  state: BudgetState,
): BudgetRejection | null {
  const adoption = factOf(state, 'BudgetAdopted');
  if (!adoption) return null;
  const { effectiveOn } = adoption.basis;
  return {
    code: 'budget-already-adopted',
    facts: { year, effectiveOn, citation: citationOf(adoption.basis) },
  };
}

export function theBudgetIsAdopted({ year }: BudgetCommand, state: BudgetState): BudgetRejection | null {
  return state.figures ? null : { code: 'budget-not-adopted', facts: { year } };
}

/** Otherwise some date would show the change without the budget that it changes. */
export function theBudgetHeldByThen({ basis }: BudgetCommand, state: BudgetState): BudgetRejection | null {
  return heldByThen(basis.effectiveOn, factOf(state, 'BudgetAdopted'));
}

/** What moves money within an adopted budget is a decision, so a paragraph can always be told. */
export function itRestsOnADecision({ basis }: BudgetCommand): BudgetRejection | null {
  return basis.kind === 'uncited' ? { code: 'decision-required', facts: { reason: basis.reason } } : null;
}

/** A fact never takes effect before the one that it builds on. */
export function heldByThen(effectiveOn: PlainDate, subject: BudgetEvent | undefined): BudgetRejection | null {
  if (!subject || effectiveOn >= subject.basis.effectiveOn) return null;
  const facts = { subject: subject.type, effectiveOn, subjectEffectiveOn: subject.basis.effectiveOn };
  return { code: 'effective-before-its-subject', facts };
}

/** The first fact of the type in the stream. */
export function factOf(state: BudgetState, type: BudgetEvent['type']): BudgetEvent | undefined {
  return state.facts.find((fact) => fact.type === type);
}

/** The last fact of one of the types in the stream. */
export function lastFactOf(
  state: BudgetState,
  ...types: readonly BudgetEvent['type'][]
): BudgetEvent | undefined {
  return state.facts.findLast((fact) => types.includes(fact.type));
}
