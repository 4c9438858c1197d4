import { accept, firstObjection, reject, type Basis, type Decision } from '#libs/kernel';
import type { MeasureProgressReported } from '../contract/index.js';
import { sameFact } from '../plan/changes.js';
import { inOrderOfYears, objectionToEffect } from '../plan/effects.js';
import type { ActionPlanRejection, ActionPlanWarning } from '../plan/rejections.js';
import {
  itHoldsNoEarlierThanTheMeasure,
  theMeasureBelongsToThePlan,
  theMeasureIsOngoing,
  thePlanIsAdopted,
} from '../plan/rules.js';
import { measureOf, reportAt, type ActionPlanState, type ProgressReport } from '../plan/state.js';

/** How a measure goes is reported at a follow-up round. Reporting the same round again corrects the report. */
export interface ReportProgress extends ProgressReport {
  readonly planId: string;
  readonly measureId: string;
  readonly basis: Basis;
}

const rules = [
  thePlanIsAdopted,
  theMeasureBelongsToThePlan,
  theMeasureIsOngoing,
  itHoldsNoEarlierThanTheMeasure,
  theRealisedEffectIsSound,
  aCorrectionSaysSomethingElse,
];

function theRealisedEffectIsSound({ measureId, realisedEffect }: ReportProgress): ActionPlanRejection | null {
  return objectionToEffect(measureId, realisedEffect);
}

function aCorrectionSaysSomethingElse(
  command: ReportProgress,
  state: ActionPlanState,
): ActionPlanRejection | null {
  const { measureId } = command;
  const unchanged = sameFact(formerReport(command, state), reportOf(command));
  return unchanged ? { code: 'nothing-changed', facts: { measureId } } : null;
}

export function reportProgress(
  command: ReportProgress,
  state: ActionPlanState,
): Decision<MeasureProgressReported, ActionPlanRejection> {
  const objection = firstObjection(rules, command, state);
  if (objection) return reject(objection);
  const { measureId, year, round, basis } = command;
  const former = formerReport(command, state);
  const warnings: readonly ActionPlanWarning[] = former
    ? [{ code: 'progress-corrected', facts: { measureId, year, round, formerStatus: former.status } }]
    : [];
  return accept(
    [{ type: 'MeasureProgressReported', data: { measureId, ...reportOf(command) }, basis }],
    warnings,
  );
}

function formerReport(command: ReportProgress, state: ActionPlanState): ProgressReport | undefined {
  const measure = measureOf(state, command.measureId);
  return measure && reportAt(measure, command);
}

function reportOf({ year, round, status, comment, realisedEffect }: ReportProgress): ProgressReport {
  return { year, round, status, comment, realisedEffect: inOrderOfYears(realisedEffect) };
}
