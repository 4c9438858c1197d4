import { citeFact, reject, type CiteFact, type Decision, type FactCited } from '#libs/kernel';
import type { ActionPlanRejection } from '../plan/rejections.js';
import { thePlanIsAdopted } from '../plan/rules.js';
import type { ActionPlanState } from '../plan/state.js';

/** A later fact says under which paragraph something in the plan was decided. */
export interface CitePlanFact extends CiteFact {
  readonly planId: string;
}

export function citePlanFact(
  command: CitePlanFact,
  state: ActionPlanState,
): Decision<FactCited, ActionPlanRejection> {
  const objection = thePlanIsAdopted(command, state);
  return objection ? reject(objection) : citeFact(command, state.uncited);
}
