import type { Teller } from '#libs/kernel';
import type { ActionPlanEvent } from '../contract/index.js';
import { actionPlans, type ProjectedPlan } from '../plan/projected-plan.js';
import { entryOf } from './history-entry.js';
import { planItems } from './plan-items.js';
import { tellClause } from './tell.js';
import { whatWasSaid } from './what-was-said.js';

/** Says what was done to an action plan in the words of its history, and what holds of it. */
export const actionPlanTeller: Teller<ProjectedPlan, ActionPlanEvent> = {
  projection: actionPlans,
  tell: (event, { state }) => tellClause(entryOf(event, whatWasSaid(state, event))),
  itemsOf: planItems,
};
