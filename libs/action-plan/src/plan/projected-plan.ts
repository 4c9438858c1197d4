import {
  parseStreamId,
  parseStreamName,
  type DocIndex,
  type DocSelection,
  type Projection,
  type Recorded,
  type StreamSelector,
} from '#libs/kernel';
import { actionPlanStreamPrefix, actionPlanContext, type ActionPlanEvent } from '../contract/index.js';
import { actionPlanStream } from './evolve.js';
import type { PlanPlace } from './plan-document.js';
import { noActionPlan, type ActionPlanState } from './state.js';

/** A plan as the views fold it: what its facts add up to, and where it stands. Its key is the stream's name. */
export interface ProjectedPlan extends PlanPlace {
  readonly state: ActionPlanState;
}

export function projectedPlan(key: string): ProjectedPlan {
  const { committee, key: id } = parseStreamName(key);
  return { committee: committee ?? '', id, revision: -1, state: noActionPlan };
}

export function withFact(plan: ProjectedPlan, event: Recorded<ActionPlanEvent>): ProjectedPlan {
  const { revision } = event.record;
  // An as-of answer skips facts, so the place in the stream is the recorded one and not the number of facts seen.
  const uncited = { ...plan.state.uncited, nextRevision: revision };
  return { ...plan, revision, state: actionPlanStream.evolve({ ...plan.state, uncited }, event) };
}

/** How both views of a plan are found. */
export const planViews = {
  contexts: [actionPlanContext],
  keysOf: ({ record }: Recorded<ActionPlanEvent>): readonly string[] => [parseStreamId(record.stream).name],
  index: ({ committee, id }: PlanPlace): DocIndex => ({ committee, year: null, sortKey: sortKeyOf(id) }),
  sources: ({ key, committee }: DocSelection): readonly StreamSelector[] => {
    if (key !== undefined) return [{ stream: key }];
    return [
      { prefix: committee === undefined ? `${actionPlanContext}-` : actionPlanStreamPrefix(committee) },
    ];
  },
};

/** Plans in the order in which they were adopted: `2024-09-17.00042`. */
export function sortKeyOf(planId: string): string {
  const [date = '', paragraph = ''] = planId.split('.');
  return `${date}.${paragraph.padStart(5, '0')}`;
}

/** One document a plan: what `planDocument` makes of it is the answer. */
export const actionPlans: Projection<ProjectedPlan, ActionPlanEvent> = {
  ...planViews,
  name: 'action-plans',
  version: 1,
  initial: projectedPlan,
  evolve: withFact,
};
