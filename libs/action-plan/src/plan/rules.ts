import type { Basis } from '#libs/kernel';
import { measureOf, type ActionPlanState } from './state.js';
import type { ActionPlanRejection } from './rejections.js';

type Objection = ActionPlanRejection | null;

/** Ample for a plan, and few enough for every sum over its measures to stay exact. */
export const maxMeasures = 200;

interface OnPlan {
  readonly planId: string;
}

interface OnMeasure {
  readonly measureId: string;
}

interface Based {
  readonly basis: Basis;
}

export function thePlanIsAdopted({ planId }: OnPlan, { plan }: ActionPlanState): Objection {
  return plan ? null : { code: 'action-plan-unknown', facts: { planId } };
}

export function theMeasureBelongsToThePlan({ measureId }: OnMeasure, state: ActionPlanState): Objection {
  if (measureOf(state, measureId)) return null;
  return { code: 'measure-unknown', facts: { measureId, measures: idsOf(state) } };
}

export function theMeasureIsOngoing({ measureId }: OnMeasure, state: ActionPlanState): Objection {
  const ending = measureOf(state, measureId)?.ending;
  if (!ending || ending.status === 'ongoing') return null;
  const endedOn = ending.status === 'completed' ? ending.completedOn : ending.cancelledOn;
  return { code: 'measure-ended', facts: { measureId, status: ending.status, endedOn } };
}

export function theMeasureIsNotCancelled(command: OnMeasure, state: ActionPlanState): Objection {
  const completed = measureOf(state, command.measureId)?.ending.status === 'completed';
  return completed ? null : theMeasureIsOngoing(command, state);
}

/** Otherwise there would be dates on which the fact holds and the measure does not exist. */
export function itHoldsNoEarlierThanTheMeasure(
  { measureId, basis }: OnMeasure & Based,
  state: ActionPlanState,
): Objection {
  const { effectiveOn } = basis;
  const subjectEffectiveOn = measureOf(state, measureId)?.decidedOn;
  if (subjectEffectiveOn === undefined || effectiveOn >= subjectEffectiveOn) return null;
  return {
    code: 'effective-before-its-subject',
    facts: { subject: measureId, effectiveOn, subjectEffectiveOn },
  };
}

export function itHoldsNoEarlierThanThePlan(
  { planId, basis }: OnPlan & Based,
  { plan }: ActionPlanState,
): Objection {
  const { effectiveOn } = basis;
  if (!plan || effectiveOn >= plan.adoptedOn) return null;
  const facts = { subject: planId, effectiveOn, subjectEffectiveOn: plan.adoptedOn };
  return { code: 'effective-before-its-subject', facts };
}

/** What was decided for a later date is not undone by what held before it: the later decision stands. */
export function noLaterChangeIsOverruled(
  { measureId, basis }: OnMeasure & Based,
  state: ActionPlanState,
): Objection {
  const { effectiveOn } = basis;
  const latestChangeOn = measureOf(state, measureId)?.latestChangeOn;
  if (latestChangeOn === undefined || effectiveOn >= latestChangeOn) return null;
  return {
    code: 'effective-before-later-change',
    facts: { subject: measureId, effectiveOn, latestChangeOn },
  };
}

export function idsOf({ measures }: ActionPlanState): readonly string[] {
  return measures.map((measure) => measure.id);
}
