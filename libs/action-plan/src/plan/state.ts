import { noUncitedFacts, type PlainDate, type UncitedFacts } from '#libs/kernel';
import type {
  Completion,
  Effect,
  Measure,
  PlanTerms,
  ProgressStatus,
  RoundReference,
} from '../contract/index.js';

/** What a plan's facts add up to. Immutable. */
export interface ActionPlanState {
  /** Null before the plan is adopted. */
  readonly plan: AdoptedPlan | null;
  /** In the order in which they were decided. */
  readonly measures: readonly MeasureState[];
  readonly uncited: UncitedFacts;
}

export interface AdoptedPlan extends PlanTerms {
  readonly adoptedOn: PlainDate;
  /** From when the latest change of its own terms holds. */
  readonly latestChangeOn: PlainDate;
}

/** A measure as it stands, and what became of it. */
export interface MeasureState extends Measure {
  /** Place in the stream of the fact that decided on it. */
  readonly revision: number;
  /** The paragraph it was decided under; null while that is not known. */
  readonly citation: string | null;
  readonly decidedOn: PlainDate;
  /** From when the latest change of its terms holds. */
  readonly latestChangeOn: PlainDate;
  /** What was expected of it when it was decided. */
  readonly originalEffect: Effect | null;
  /** One a round, the latest that was recorded, in the order of the rounds. */
  readonly reports: readonly ProgressReport[];
  readonly ending: Ending;
}

export interface ProgressReport extends RoundReference {
  readonly status: ProgressStatus;
  readonly comment: string | null;
  readonly realisedEffect: Effect | null;
}

export type Ending =
  | { readonly status: 'ongoing' }
  | (Completion & { readonly status: 'completed' })
  | { readonly status: 'cancelled'; readonly cancelledOn: PlainDate; readonly reason: string };

export type MeasureStatus = Ending['status'];

export const noActionPlan: ActionPlanState = { plan: null, measures: [], uncited: noUncitedFacts };

export function measureOf(state: ActionPlanState, measureId: string): MeasureState | undefined {
  return state.measures.find((measure) => measure.id === measureId);
}

export function reportAt(measure: MeasureState, { year, round }: RoundReference): ProgressReport | undefined {
  return measure.reports.find((report) => report.year === year && report.round === round);
}
