import type { ActionPlanEvent } from '../contract/index.js';

/** The version in which each event type is written today. Names are permanent. */
export const actionPlanSchemaVersions: Readonly<Record<ActionPlanEvent['type'], number>> = {
  ActionPlanAdopted: 1,
  ActionPlanRevised: 1,
  MeasureAdded: 1,
  MeasureChanged: 1,
  MeasureProgressReported: 1,
  MeasureCompleted: 1,
  MeasureCompletionCorrected: 1,
  MeasureCancelled: 1,
  FactCited: 1,
};
