import { type PlainDate, type UncitedFact } from '#libs/kernel';
import { adoptingCitation, type PlanTerms } from '../contract/index.js';
import { effectTotals, type EffectsOfYear } from './effect-totals.js';
import { measureDocument, type MeasureDocument } from './measure-document.js';
import type { ActionPlanState } from './state.js';

/** An action plan as people read it: every measure, what was promised and what came out. */
export interface ActionPlanDocument extends PlanTerms {
  readonly id: string;
  readonly committee: string;
  /** The adopting paragraph. */
  readonly citation: string;
  readonly adoptedOn: PlainDate;
  readonly revision: number;
  readonly measures: readonly MeasureDocument[];
  readonly counts: PlanCounts;
  /** Year by year; empty where no measure states any effect. */
  readonly effects: readonly EffectsOfYear[];
  readonly uncited: readonly UncitedFact[];
}

/** How many measures there are, and of how many something is not stated (ingen uppgift). */
export interface PlanCounts {
  readonly measures: number;
  readonly ongoing: number;
  readonly completed: number;
  readonly cancelled: number;
  /** Measures for which no effect was stated, neither when they were decided nor later. */
  readonly withoutStatedEffect: number;
  readonly withoutRealisedEffect: number;
  readonly withoutDueDate: number;
  readonly withoutResponsibleRole: number;
}

/** Where a plan stands in the log. */
export interface PlanPlace {
  readonly committee: string;
  readonly id: string;
  readonly revision: number;
}

/** Null before the plan is adopted. */
export function planDocument(
  { committee, id, revision }: PlanPlace,
  { plan, measures: states, uncited }: ActionPlanState,
): ActionPlanDocument | null {
  if (plan === null) return null;
  const { title, purpose, fiscalYears, adoptedOn } = plan;
  const measures = states.map(measureDocument);
  const citation = adoptingCitation(committee, id);
  const effects = effectTotals(measures);
  const counts = countsOf(measures);
  return {
    id,
    committee,
    citation,
    title,
    purpose,
    fiscalYears,
    adoptedOn,
    revision,
    measures,
    counts,
    effects,
    uncited: uncited.open,
  };
}

function countsOf(measures: readonly MeasureDocument[]): PlanCounts {
  const count = (holds: (measure: MeasureDocument) => boolean) => measures.filter(holds).length;
  return {
    measures: measures.length,
    ongoing: count(({ status }) => status === 'ongoing'),
    completed: count(({ status }) => status === 'completed'),
    cancelled: count(({ status }) => status === 'cancelled'),
    withoutStatedEffect: count(({ effect }) => effect.original === null && effect.current === null),
    withoutRealisedEffect: count(({ effect }) => effect.realised === null),
    withoutDueDate: count(({ dueOn }) => dueOn === null),
    withoutResponsibleRole: count(({ responsibleRole }) => responsibleRole === null),
  };
}
