import { citationOf, countUncited, passOverUncited, unknownEvent, type StreamDefinition } from '#libs/kernel';
import {
  actionPlanContext,
  type ActionPlanEvent,
  type Measure,
  type MeasureProgressReported,
} from '../contract/index.js';
import { actionPlanSchemaVersions } from './events.js';
import { withChanges } from './changes.js';
import { noActionPlan, type ActionPlanState, type MeasureState, type ProgressReport } from './state.js';

export const actionPlanStream: StreamDefinition<ActionPlanState, ActionPlanEvent> = {
  context: actionPlanContext,
  schemaVersions: actionPlanSchemaVersions,
  initialState: noActionPlan,
  evolve,
  passOver: (state) => ({ ...state, uncited: passOverUncited(state.uncited) }),
};

function evolve(state: ActionPlanState, event: ActionPlanEvent): ActionPlanState {
  return { ...applied(state, event), uncited: countUncited(state.uncited, event) };
}

function applied(state: ActionPlanState, event: ActionPlanEvent): ActionPlanState {
  switch (event.type) {
    case 'ActionPlanAdopted': {
      const { measures, ...terms } = event.data;
      const adoptedOn = event.basis.effectiveOn;
      const plan = { ...terms, adoptedOn, latestChangeOn: adoptedOn };
      return { ...state, plan, measures: measures.map((measure) => decided(measure, state, event)) };
    }
    case 'ActionPlanRevised':
      return { ...state, plan: revised(state.plan, event) };
    case 'MeasureAdded':
      return { ...state, measures: [...state.measures, decided(event.data.measure, state, event)] };
    case 'FactCited':
      return { ...state, measures: state.measures.map((measure) => cited(measure, event)) };
    case 'MeasureChanged':
    case 'MeasureProgressReported':
    case 'MeasureCompleted':
    case 'MeasureCompletionCorrected':
    case 'MeasureCancelled':
      return onMeasure(state, event.data.measureId, (measure) => afterwards(measure, event));
    default:
      return unknownEvent(event);
  }
}

type MeasureEvent = Extract<ActionPlanEvent, { readonly data: { readonly measureId: string } }>;

/** What a fact about a single measure makes of it. */
function afterwards(measure: MeasureState, event: MeasureEvent): MeasureState {
  switch (event.type) {
    case 'MeasureChanged':
      return { ...withChanges(measure, event.data.changes), latestChangeOn: event.basis.effectiveOn };
    case 'MeasureProgressReported':
      return { ...measure, reports: withReport(measure.reports, event.data) };
    case 'MeasureCompleted': {
      const { completedOn, realisedEffect, comment } = event.data;
      return { ...measure, ending: { status: 'completed', completedOn, realisedEffect, comment } };
    }
    case 'MeasureCompletionCorrected':
      return { ...measure, ending: { status: 'completed', ...event.data.to } };
    case 'MeasureCancelled': {
      const cancelledOn = event.basis.effectiveOn;
      return { ...measure, ending: { status: 'cancelled', cancelledOn, reason: event.data.reason } };
    }
    default:
      return unknownEvent(event);
  }
}

function decided(measure: Measure, { uncited }: ActionPlanState, { basis }: ActionPlanEvent): MeasureState {
  return {
    ...measure,
    revision: uncited.nextRevision,
    citation: citationOf(basis),
    decidedOn: basis.effectiveOn,
    latestChangeOn: basis.effectiveOn,
    originalEffect: measure.expectedEffect,
    reports: [],
    ending: { status: 'ongoing' },
  };
}

function revised(
  plan: ActionPlanState['plan'],
  { data, basis }: ActionPlanEvent & { type: 'ActionPlanRevised' },
): ActionPlanState['plan'] {
  if (plan === null || data.changes.length === 0) return plan;
  return { ...withChanges(plan, data.changes), latestChangeOn: basis.effectiveOn };
}

function cited(
  measure: MeasureState,
  { data, basis }: ActionPlanEvent & { type: 'FactCited' },
): MeasureState {
  return measure.revision === data.revision ? { ...measure, citation: citationOf(basis) } : measure;
}

function onMeasure(
  state: ActionPlanState,
  measureId: string,
  change: (measure: MeasureState) => MeasureState,
): ActionPlanState {
  return {
    ...state,
    measures: state.measures.map((measure) => (measure.id === measureId ? change(measure) : measure)),
  };
}

function withReport(
  reports: readonly ProgressReport[],
  { year, round, status, comment, realisedEffect }: MeasureProgressReported['data'],
): readonly ProgressReport[] {
  return [
    ...reports.filter((report) => report.year !== year || report.round !== round),
    { year, round, status, comment, realisedEffect },
  ].toSorted((a, b) => a.year - b.year || a.round - b.round);
}
