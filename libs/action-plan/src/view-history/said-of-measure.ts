import { unknownEvent } from '#libs/kernel';
import type { ActionPlanEvent, RoundReference } from '../contract/index.js';
import { sameFact, type FieldChange } from '../plan/changes.js';
import { reportAt, type MeasureState, type ProgressReport } from '../plan/state.js';
import type { WhatWasSaid } from './history-entry.js';

type MeasureEvent = Extract<ActionPlanEvent, { readonly data: { readonly measureId: string } }>;

/** What a fact says of one measure, on top of what the measure was before it. */
export function saidOfMeasure(before: MeasureState | undefined, event: MeasureEvent): Partial<WhatWasSaid> {
  const { measureId: id } = event.data;
  const measure = { id, text: before?.text ?? id };
  switch (event.type) {
    case 'MeasureChanged':
      return { measure, changes: event.data.changes, remark: event.data.reason };
    case 'MeasureProgressReported':
      return { measure, ...reported(before, event.data) };
    case 'MeasureCompleted': {
      const { completedOn, realisedEffect, comment } = event.data;
      const changes = [
        { field: 'status', from: 'ongoing', to: 'completed' },
        ...differences({ completedOn: null, realisedEffect: null }, { completedOn, realisedEffect }),
      ];
      return { measure, changes, remark: comment };
    }
    case 'MeasureCompletionCorrected': {
      const { from, to } = event.data;
      return { measure, changes: differences({ ...from }, { ...to }) };
    }
    case 'MeasureCancelled':
      return {
        measure,
        changes: [{ field: 'status', from: 'ongoing', to: 'cancelled' }],
        remark: event.data.reason,
      };
    default:
      return unknownEvent(event);
  }
}

/** A report is held against the one of the round that it corrects, otherwise against that of the round before. */
function reported(
  before: MeasureState | undefined,
  { year, round, status, comment, realisedEffect }: ProgressReport,
): Partial<WhatWasSaid> {
  const corrected = before && reportAt(before, { year, round });
  const former = corrected ?? before?.reports.findLast((report) => isEarlier(report, { year, round }));
  const changes = differences(
    { progress: former?.status ?? null, realisedEffect: former?.realisedEffect ?? null },
    { progress: status, realisedEffect },
  );
  const report = { year, round, status, comment, realisedEffect, corrects: corrected !== undefined };
  return { changes, report, remark: comment };
}

function isEarlier(one: RoundReference, other: RoundReference): boolean {
  return one.year < other.year || (one.year === other.year && one.round < other.round);
}

/** Field by field, in the order of `to`. */
function differences(
  from: Readonly<Record<string, unknown>>,
  to: Readonly<Record<string, unknown>>,
): readonly FieldChange[] {
  return Object.keys(to).flatMap((field) =>
    sameFact(from[field], to[field]) ? [] : [{ field, from: from[field], to: to[field] }],
  );
}
