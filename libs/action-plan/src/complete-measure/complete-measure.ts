import { accept, firstObjection, latest, reject, type Basis, type Decision } from '#libs/kernel';
import type { Completion, MeasureCompleted, MeasureCompletionCorrected } from '../contract/index.js';
import { sameFact } from '../plan/changes.js';
import { inOrderOfYears, objectionToEffect } from '../plan/effects.js';
import type { ActionPlanRejection } from '../plan/rejections.js';
import {
  itHoldsNoEarlierThanTheMeasure,
  noLaterChangeIsOverruled,
  theMeasureBelongsToThePlan,
  theMeasureIsNotCancelled,
  thePlanIsAdopted,
} from '../plan/rules.js';
import { measureOf, type ActionPlanState } from '../plan/state.js';

/**
 * A measure is completed, and perhaps what came out of it is known. Completing it again corrects what was said:
 * the result is often known only with the year-end accounts.
 */
export interface CompleteMeasure extends Completion {
  readonly planId: string;
  readonly measureId: string;
  /** A completion holds from the day of completion, a correction from its own date. */
  readonly basis: Basis;
}

type MeasureEnded = MeasureCompleted | MeasureCompletionCorrected;

const rules = [
  thePlanIsAdopted,
  theMeasureBelongsToThePlan,
  theMeasureIsNotCancelled,
  itHoldsNoEarlierThanTheMeasure,
  noLaterChangeIsOverruled,
  theRealisedEffectIsSound,
];

function theRealisedEffectIsSound({
  measureId,
  realisedEffect,
}: CompleteMeasure): ActionPlanRejection | null {
  return objectionToEffect(measureId, realisedEffect);
}

export function completeMeasure(
  command: CompleteMeasure,
  state: ActionPlanState,
): Decision<MeasureEnded, ActionPlanRejection> {
  const { measureId, completedOn, comment } = command;
  const onTheDay = { ...command, basis: { ...command.basis, effectiveOn: completedOn } };
  const objection = firstObjection(rules, onTheDay, state);
  if (objection) return reject(objection);
  const completion = { completedOn, realisedEffect: inOrderOfYears(command.realisedEffect), comment };
  const former = completionOf(state, measureId);
  if (former) return corrected(command, former, completion);
  return accept([{ type: 'MeasureCompleted', data: { measureId, ...completion }, basis: onTheDay.basis }]);
}

/** A correction never holds before what it corrects, so that no date shows the correction alone. */
function corrected(
  { measureId, basis }: CompleteMeasure,
  from: Completion,
  to: Completion,
): Decision<MeasureEnded, ActionPlanRejection> {
  if (sameFact(from, to)) return reject({ code: 'nothing-changed', facts: { measureId } });
  const effectiveOn = latest(basis.effectiveOn, from.completedOn, to.completedOn);
  return accept([
    { type: 'MeasureCompletionCorrected', data: { measureId, from, to }, basis: { ...basis, effectiveOn } },
  ]);
}

function completionOf(state: ActionPlanState, measureId: string): Completion | null {
  const ending = measureOf(state, measureId)?.ending;
  if (ending?.status !== 'completed') return null;
  const { completedOn, realisedEffect, comment } = ending;
  return { completedOn, realisedEffect, comment };
}
