import {
  accept,
  firstObjection,
  reject,
  type Basis,
  type Decision,
  type Rule,
  type Warning,
} from '#libs/kernel';
import type { ActionPlanEvent, MeasureTerms, PlanTerms } from '../contract/index.js';
import { changesTo } from '../plan/changes.js';
import { actionPlanStream } from '../plan/evolve.js';
import { addMeasure, cancelMeasure, changeMeasure, type MeasureDecision } from '../plan/measure-decisions.js';
import { named, type NewMeasure } from '../plan/new-measures.js';
import type { ActionPlanRejection } from '../plan/rejections.js';
import { itHoldsNoEarlierThanThePlan, thePlanIsAdopted } from '../plan/rules.js';
import type { ActionPlanState } from '../plan/state.js';
import { planFields } from '../plan/terms.js';

/** A later decision revises the plan: its own terms, and any number of measures at once. All of it, or nothing. */
export interface ReviseActionPlan {
  readonly planId: string;
  /** The plan's terms as they shall be; what is left out stays. */
  readonly terms: Partial<PlanTerms>;
  readonly added: readonly NewMeasure[];
  readonly changed: readonly { readonly measureId: string; readonly terms: Partial<MeasureTerms> }[];
  readonly cancelled: readonly { readonly measureId: string; readonly reason: string }[];
  readonly reason: string | null;
  /** The account groups that the municipality has on the day. */
  readonly accountGroups: readonly string[];
  readonly basis: Basis;
}

type RevisionRule = Rule<ReviseActionPlan, ActionPlanState, ActionPlanRejection>;

const aMeasureIsNamedOnce: RevisionRule = ({ changed, cancelled }) => {
  const ids = [...changed, ...cancelled].map(({ measureId }) => measureId);
  const measureId = ids.find((id, n) => ids.indexOf(id) < n);
  return measureId === undefined ? null : { code: 'measure-named-twice', facts: { measureId } };
};

const noLaterRevisionIsOverruled: RevisionRule = (command, { plan }) => {
  const { planId: subject, basis } = command;
  if (!plan || planChanges(command, plan).length === 0 || basis.effectiveOn >= plan.latestChangeOn) {
    return null;
  }
  const { latestChangeOn } = plan;
  return {
    code: 'effective-before-later-change',
    facts: { subject, effectiveOn: basis.effectiveOn, latestChangeOn },
  };
};

const somethingChanges: RevisionRule = (command, { plan }) => {
  const measures = [...command.added, ...command.changed, ...command.cancelled];
  return measures.length > 0 || (plan && planChanges(command, plan).length > 0)
    ? null
    : { code: 'nothing-changed', facts: { measureId: null } };
};

const rules: readonly RevisionRule[] = [
  thePlanIsAdopted,
  itHoldsNoEarlierThanThePlan,
  aMeasureIsNamedOnce,
  noLaterRevisionIsOverruled,
  somethingChanges,
];

/**
 * The revision is recorded first, then what it does to each measure. Measures are judged one after the other, as if
 * each were decided alone, under the plan's new terms.
 */
export function reviseActionPlan(
  command: ReviseActionPlan,
  state: ActionPlanState,
): Decision<ActionPlanEvent, ActionPlanRejection> {
  const objection = firstObjection(rules, command, state);
  if (objection) return reject(objection);
  const { reason, basis } = command;
  const changes = state.plan ? planChanges(command, state.plan) : [];
  const events: ActionPlanEvent[] = [{ type: 'ActionPlanRevised', data: { changes, reason }, basis }];
  const warnings: Warning[] = [];
  let revised = events.reduce(actionPlanStream.evolve, state);
  for (const step of stepsOf({ ...command, added: named(command.added, state) })) {
    const decision = step(revised);
    if (!decision.accepted) return decision;
    events.push(...decision.events);
    warnings.push(...decision.warnings);
    revised = decision.events.reduce(actionPlanStream.evolve, revised);
  }
  return accept(events, warnings);
}

type Step = (state: ActionPlanState) => MeasureDecision;

function stepsOf({ planId, reason, accountGroups, basis, ...command }: ReviseActionPlan): readonly Step[] {
  const shared = { planId, accountGroups, basis };
  return [
    ...command.added.map(
      (measure): Step =>
        (state) =>
          addMeasure({ ...shared, measure }, state),
    ),
    ...command.changed.map(
      (change): Step =>
        (state) =>
          changeMeasure({ ...shared, ...change, reason }, state),
    ),
    ...command.cancelled.map(
      (cancelled): Step =>
        (state) =>
          cancelMeasure({ ...shared, ...cancelled }, state),
    ),
  ];
}

function planChanges({ terms }: ReviseActionPlan, plan: PlanTerms) {
  const fiscalYears = terms.fiscalYears?.toSorted((a, b) => a - b);
  return changesTo(plan, { ...terms, fiscalYears }, planFields);
}
