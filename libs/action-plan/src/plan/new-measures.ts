import { firstObjection, type Rule } from '#libs/kernel';
import type { Measure, MeasureTerms } from '../contract/index.js';
import { measureIdFrom } from './measure-id.js';
import type { ActionPlanRejection } from './rejections.js';
import { idsOf, maxMeasures } from './rules.js';
import type { ActionPlanState } from './state.js';
import { objectionToTerms, tidyTerms } from './terms.js';

/** A measure as it is proposed: without an id it gets one from its text. */
export interface NewMeasure extends MeasureTerms {
  readonly id: string | null;
}

/** Measures that shall be taken into a plan. */
export interface NewMeasures {
  readonly measures: readonly Measure[];
  /** The account groups that the municipality has on the day. */
  readonly accountGroups: readonly string[];
}

type NewMeasuresRule = Rule<NewMeasures, ActionPlanState, ActionPlanRejection>;

const thePlanHasRoom: NewMeasuresRule = ({ measures }, state) => {
  const count = state.measures.length + measures.length;
  return count > maxMeasures ? { code: 'too-many-measures', facts: { measures: count, maxMeasures } } : null;
};

const everyIdIsFree: NewMeasuresRule = ({ measures }, state) => {
  const taken = [...idsOf(state)];
  for (const { id: measureId } of measures) {
    if (taken.includes(measureId)) return { code: 'measure-id-taken', facts: { measureId, measures: taken } };
    taken.push(measureId);
  }
  return null;
};

const allTermsAreSound: NewMeasuresRule = ({ measures, accountGroups }) => {
  for (const { id: measureId, ...terms } of measures) {
    const objection = objectionToTerms({ measureId, terms, accountGroups });
    if (objection) return objection;
  }
  return null;
};

export function objectionToNewMeasures(
  command: NewMeasures,
  state: ActionPlanState,
): ActionPlanRejection | null {
  return firstObjection([thePlanHasRoom, everyIdIsFree, allTermsAreSound], command, state);
}

/** The measures as they will be recorded. Ids that are given are kept clear of by those that are derived. */
export function named(proposed: readonly NewMeasure[], state: ActionPlanState): readonly Measure[] {
  const taken = [...idsOf(state), ...proposed.flatMap(({ id }) => id ?? [])];
  return proposed.map(({ id: given, text, responsibleRole, expectedEffect, dueOn, accountGroup }) => {
    const id = given ?? measureIdFrom(text, taken);
    if (given === null) taken.push(id);
    return { id, ...tidyTerms({ text, responsibleRole, expectedEffect, dueOn, accountGroup }) };
  });
}
