import {
  citationOf,
  countUncited,
  noUncitedFacts,
  unknownEvent,
  type Basis,
  type Projection,
  type Recorded,
  type UncitedFacts,
} from '#libs/kernel';
import {
  budgetContext,
  budgetOf,
  type BudgetEvent,
  type BudgetReclassified,
  type GrantChangeExplained,
  type InvestmentBudgetAdopted,
  type ReserveEvent,
} from '../contract/index.js';
import { budgetIndex, budgetKeysOf, budgetSources } from './budget-documents.js';
import type { LaterCitations } from './rests-on.js';
import { evolveYearBudget, noYearBudget, type YearBudget } from './year-budget.js';

/** What a fact says, what it rests on, and its place in its stream. */
export interface Placed<E extends BudgetEvent> {
  readonly data: E['data'];
  readonly basis: Basis;
  readonly revision: number;
}

/** A step in the life of the reserve: set, moved or drawn on. */
export type ReserveStep = {
  [E in ReserveEvent as E['type']]: Placed<E> & { readonly type: E['type'] };
}[ReserveEvent['type']];

/** A budget year with everything that was decided around it. */
export interface BudgetDocument extends YearBudget {
  readonly reserveLife: readonly ReserveStep[];
  readonly grantChange: Placed<GrantChangeExplained> | null;
  readonly investments: Placed<InvestmentBudgetAdopted> | null;
  readonly reclassifications: readonly Placed<BudgetReclassified>[];
  readonly uncited: UncitedFacts;
  readonly laterCitations: LaterCitations;
}

export const budgets: Projection<BudgetDocument, BudgetEvent> = {
  name: 'budgets',
  version: 1,
  contexts: [budgetContext],
  keysOf: budgetKeysOf,
  initial: (key) => ({
    ...noYearBudget(key),
    reserveLife: [],
    grantChange: null,
    investments: null,
    reclassifications: [],
    uncited: noUncitedFacts,
    laterCitations: {},
  }),
  evolve: (doc, event) => {
    const evolved = { ...doc, ...evolveYearBudget(doc, event) };
    return budgetOf(event).year === doc.year ? surroundings(evolved, event) : evolved;
  },
  index: budgetIndex,
  sources: budgetSources,
};

function surroundings(doc: BudgetDocument, event: Recorded<BudgetEvent>): BudgetDocument {
  const { revision } = event.record;
  // An as-of answer folds fewer events than the stream has, so places come from the record and are not counted.
  const uncited = countUncited({ ...doc.uncited, nextRevision: revision }, event);
  return { ...doc, uncited, ...whatItAdds(doc, event, revision) };
}

function whatItAdds(doc: BudgetDocument, event: BudgetEvent, revision: number): Partial<BudgetDocument> {
  const { basis } = event;
  switch (event.type) {
    case 'ContingencyReserveSet':
      return { reserveLife: [...doc.reserveLife, { type: event.type, data: event.data, basis, revision }] };
    case 'ContingencyReserveMoved':
      return { reserveLife: [...doc.reserveLife, { type: event.type, data: event.data, basis, revision }] };
    case 'ContingencyReserveDrawn':
      return { reserveLife: [...doc.reserveLife, { type: event.type, data: event.data, basis, revision }] };
    case 'GrantChangeExplained':
      return { grantChange: { data: event.data, basis, revision } };
    case 'InvestmentBudgetAdopted':
      return { investments: { data: event.data, basis, revision } };
    case 'BudgetReclassified':
      return { reclassifications: [...doc.reclassifications, { data: event.data, basis, revision }] };
    case 'FactCited':
      return { laterCitations: { ...doc.laterCitations, [event.data.revision]: citationOf(basis) ?? '' } };
    case 'BudgetAdopted':
    case 'BudgetAmended':
    case 'BudgetReallocated':
      return {};
    default:
      return unknownEvent(event);
  }
}
