import { citationOf, unknownEvent } from '#libs/kernel';
import type { ActionPlanEvent } from '../contract/index.js';
import type { FieldChange } from '../plan/changes.js';
import { measureOf, type ActionPlanState } from '../plan/state.js';
import { measureFields, planFields } from '../plan/terms.js';
import type { WhatWasSaid } from './history-entry.js';
import { saidOfMeasure } from './said-of-measure.js';

export const nothingSaid: WhatWasSaid = {
  measure: null,
  changes: [],
  adopted: null,
  report: null,
  cites: null,
  remark: null,
};

/** What a fact says, on top of what the plan was before it. */
export function whatWasSaid(before: ActionPlanState, event: ActionPlanEvent): WhatWasSaid {
  return { ...nothingSaid, ...said(before, event) };
}

function said(before: ActionPlanState, event: ActionPlanEvent): Partial<WhatWasSaid> {
  switch (event.type) {
    case 'ActionPlanAdopted': {
      const { measures } = event.data;
      const withStatedEffect = measures.filter(({ expectedEffect }) => expectedEffect !== null).length;
      return {
        changes: stated(event.data, planFields),
        adopted: { measures: measures.length, withStatedEffect },
      };
    }
    case 'ActionPlanRevised':
      return { changes: event.data.changes, remark: event.data.reason };
    case 'MeasureAdded': {
      const { id, text } = event.data.measure;
      return { measure: { id, text }, changes: stated(event.data.measure, measureFields) };
    }
    case 'FactCited': {
      const cited = before.measures.filter((measure) => measure.revision === event.data.revision);
      const measure = cited.length === 1 ? (cited[0] ?? null) : null;
      return {
        measure: measure && { id: measure.id, text: measure.text },
        changes: [{ field: 'citation', from: null, to: citationOf(event.basis) }],
        cites: event.data.revision,
      };
    }
    case 'MeasureChanged':
    case 'MeasureProgressReported':
    case 'MeasureCompleted':
    case 'MeasureCompletionCorrected':
    case 'MeasureCancelled':
      return saidOfMeasure(measureOf(before, event.data.measureId), event);
    default:
      return unknownEvent(event);
  }
}

/** The terms that are stated for the first time; those that are not stated changed from nothing to nothing. */
function stated<Terms extends object>(
  terms: Terms,
  fields: readonly (keyof Terms & string)[],
): readonly FieldChange[] {
  return fields.flatMap((field) => (terms[field] === null ? [] : [{ field, from: null, to: terms[field] }]));
}
