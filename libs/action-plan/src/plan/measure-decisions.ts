import { accept, firstObjection, reject, type Basis, type Decision } from '#libs/kernel';
import type { ActionPlanEvent, MeasureTerms } from '../contract/index.js';
import { changesTo } from './changes.js';
import { named, objectionToNewMeasures, type NewMeasure } from './new-measures.js';
import type { ActionPlanRejection } from './rejections.js';
import {
  itHoldsNoEarlierThanTheMeasure,
  itHoldsNoEarlierThanThePlan,
  noLaterChangeIsOverruled,
  theMeasureBelongsToThePlan,
  theMeasureIsOngoing,
  thePlanIsAdopted,
} from './rules.js';
import { measureOf, type ActionPlanState } from './state.js';
import { measureFields, objectionToTerms, tidyTerms, warningsOfTerms } from './terms.js';

/** What can be decided about one measure, alone or as a part of a revision of the plan. */
export type MeasureDecision = Decision<ActionPlanEvent, ActionPlanRejection>;

export interface AddMeasure {
  readonly planId: string;
  readonly measure: NewMeasure;
  /** The account groups that the municipality has on the day. */
  readonly accountGroups: readonly string[];
  readonly basis: Basis;
}

export function addMeasure(command: AddMeasure, state: ActionPlanState): MeasureDecision {
  const { basis, accountGroups } = command;
  const measures = named([command.measure], state);
  const objection =
    firstObjection([thePlanIsAdopted, itHoldsNoEarlierThanThePlan], command, state) ??
    objectionToNewMeasures({ measures, accountGroups }, state);
  if (objection) return reject(objection);
  const warnings = measures.flatMap((measure) =>
    state.plan ? warningsOfTerms(measure.id, measure, state.plan) : [],
  );
  return accept(
    measures.map((measure) => ({ type: 'MeasureAdded', data: { measure }, basis })),
    warnings,
  );
}

export interface ChangeMeasure {
  readonly planId: string;
  readonly measureId: string;
  /** The terms as they shall be; what is left out stays, null takes a term away. */
  readonly terms: Partial<MeasureTerms>;
  readonly reason: string | null;
  readonly accountGroups: readonly string[];
  readonly basis: Basis;
}

export function changeMeasure(command: ChangeMeasure, state: ActionPlanState): MeasureDecision {
  const { measureId, reason, basis } = command;
  const objection = firstObjection(changeRules, command, state) ?? objectionToTerms(command);
  if (objection) return reject(objection);
  const measure = measureOf(state, measureId);
  const changes = measure ? changesTo(measure, tidyTerms(command.terms), measureFields) : [];
  if (changes.length === 0) return reject({ code: 'nothing-changed', facts: { measureId } });
  const changed = Object.fromEntries(changes.map(({ field, to }) => [field, to])) as Partial<MeasureTerms>;
  const warnings = state.plan ? warningsOfTerms(measureId, changed, state.plan) : [];
  return accept([{ type: 'MeasureChanged', data: { measureId, changes, reason }, basis }], warnings);
}

export interface CancelMeasure {
  readonly planId: string;
  readonly measureId: string;
  readonly reason: string;
  readonly basis: Basis;
}

export function cancelMeasure(command: CancelMeasure, state: ActionPlanState): MeasureDecision {
  const { measureId, reason, basis } = command;
  const objection = firstObjection(changeRules, command, state);
  return objection
    ? reject(objection)
    : accept([{ type: 'MeasureCancelled', data: { measureId, reason }, basis }]);
}

const changeRules = [
  thePlanIsAdopted,
  theMeasureBelongsToThePlan,
  theMeasureIsOngoing,
  itHoldsNoEarlierThanTheMeasure,
  noLaterChangeIsOverruled,
];
