import type { DomainEvent, FactCited } from '#libs/kernel';
import type {
  Completion,
  Effect,
  Measure,
  MeasureChange,
  PlanChange,
  PlanTerms,
  ProgressStatus,
  RoundReference,
} from './measure.js';

/** The committee adopts a plan with its first measures. The paragraph in the basis gives the plan its id. */
export type ActionPlanAdopted = DomainEvent<
  'ActionPlanAdopted',
  PlanTerms & { readonly measures: readonly Measure[] }
>;

/**
 * A later decision revises the plan. What it does to measures follows as facts of their own, recorded together with
 * this one under the same basis.
 */
export type ActionPlanRevised = DomainEvent<
  'ActionPlanRevised',
  { readonly changes: readonly PlanChange[]; readonly reason: string | null }
>;

export type MeasureAdded = DomainEvent<'MeasureAdded', { readonly measure: Measure }>;

export type MeasureChanged = DomainEvent<
  'MeasureChanged',
  { readonly measureId: string; readonly changes: readonly MeasureChange[]; readonly reason: string | null }
>;

/** A later report of the same measure at the same round corrects the earlier one. */
export type MeasureProgressReported = DomainEvent<
  'MeasureProgressReported',
  RoundReference & {
    readonly measureId: string;
    readonly status: ProgressStatus;
    readonly comment: string | null;
    /** What has come out so far. */
    readonly realisedEffect: Effect | null;
  }
>;

/** Takes effect on the day of completion. */
export type MeasureCompleted = DomainEvent<'MeasureCompleted', Completion & { readonly measureId: string }>;

/** What was recorded of a completion was wrong, or is known better now: usually what came out. */
export type MeasureCompletionCorrected = DomainEvent<
  'MeasureCompletionCorrected',
  { readonly measureId: string; readonly from: Completion; readonly to: Completion }
>;

export type MeasureCancelled = DomainEvent<
  'MeasureCancelled',
  { readonly measureId: string; readonly reason: string }
>;

/** Everything that stands in an action plan's stream. */
export type ActionPlanEvent =
  | ActionPlanAdopted
  | ActionPlanRevised
  | MeasureAdded
  | MeasureChanged
  | MeasureProgressReported
  | MeasureCompleted
  | MeasureCompletionCorrected
  | MeasureCancelled
  | FactCited;

/** The measures that the event decided on, adopted with their plan or added later; none for every other event. */
export function decidedMeasures(event: ActionPlanEvent): readonly Measure[] {
  if (event.type === 'ActionPlanAdopted') return event.data.measures;
  return event.type === 'MeasureAdded' ? [event.data.measure] : [];
}
