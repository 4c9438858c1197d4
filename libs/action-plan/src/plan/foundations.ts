import { isStillUncited, type Foundations } from '#libs/kernel';
import type { ActionPlanEvent } from '../contract/index.js';
import { actionPlanStream } from './evolve.js';
import { measureOf, type ActionPlanState } from './state.js';

/** Everything builds on the plan that was adopted, and what happens to a measure on the decision about it. */
export const actionPlanFoundations: Foundations<ActionPlanState, ActionPlanEvent> = {
  definition: actionPlanStream,
  isFounded,
};

function isFounded(state: ActionPlanState, event: ActionPlanEvent): boolean {
  switch (event.type) {
    case 'ActionPlanAdopted':
      return true;
    case 'ActionPlanRevised':
    case 'MeasureAdded':
      return state.plan !== null;
    case 'MeasureChanged':
    case 'MeasureProgressReported':
    case 'MeasureCompleted':
    case 'MeasureCancelled':
      return measureOf(state, event.data.measureId) !== undefined;
    case 'MeasureCompletionCorrected':
      return measureOf(state, event.data.measureId)?.ending.status === 'completed';
    case 'FactCited':
      return isStillUncited(state.uncited, event);
    default:
      return event satisfies never;
  }
}
