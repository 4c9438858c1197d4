import { wordsItem, type Item, type ItemPlace } from '#libs/kernel';
import type { ProjectedPlan } from '../plan/projected-plan.js';
import type { MeasureState } from '../plan/state.js';
import { progressInSwedish, statusInSwedish, tellEffect } from '../plan/swedish.js';
import { measureFields, planFields } from '../plan/terms.js';
import { tellField, tellValue } from './tell-change.js';

/**
 * Everything that holds of a plan and its measures. What is not stated is no item, and neither is the paragraph that a
 * measure rests on, which is told of the fact.
 */
export function planItems({ id, state: { plan, measures } }: ProjectedPlan): readonly Item[] {
  const place: ItemPlace = { path: `action-plans/${id}`, label: `handlingsplanen ${id}` };
  if (plan === null) return [];
  return [
    ...termItems(place, plan, planFields),
    ...measures.flatMap((measure) => measureItems(placeOf(place, measure), measure)),
  ];
}

function placeOf({ path, label }: ItemPlace, { id, text }: MeasureState): ItemPlace {
  return { path: `${path}/measures/${id}`, label: `${label}, åtgärden ”${shortened(text)}”` };
}

const longest = 40;

/** A label is to be read at a glance; the whole text is an item of its own. */
function shortened(text: string): string {
  return text.length <= longest ? text : `${text.slice(0, longest + 1).replace(/\s+\S*$/, '')}…`;
}

function measureItems(place: ItemPlace, measure: MeasureState): readonly Item[] {
  const { ending, reports } = measure;
  const report = reports.at(-1);
  const realised = ending.status === 'completed' ? ending.realisedEffect : (report?.realisedEffect ?? null);
  return [
    ...termItems(place, measure, measureFields),
    wordsItem(place, 'status', tellField('status'), statusOf(measure)),
    ...(report ? [wordsItem(place, 'progress', tellField('progress'), progressOf(report))] : []),
    ...(realised
      ? [wordsItem(place, 'realisedEffect', tellField('realisedEffect'), tellEffect(realised))]
      : []),
  ];
}

function statusOf({ ending }: MeasureState): string {
  const status = statusInSwedish[ending.status];
  if (ending.status === 'completed') return `${status} ${ending.completedOn}`;
  return ending.status === 'cancelled' ? `${status} ${ending.cancelledOn}` : status;
}

function progressOf({ year, round, status }: MeasureState['reports'][number]): string {
  return `${progressInSwedish[status]} (uppföljning ${round} ${year})`;
}

/** The terms that are stated, each at the name of its field. */
function termItems<Terms extends object>(
  place: ItemPlace,
  terms: Terms,
  fields: readonly (keyof Terms & string)[],
): readonly Item[] {
  return fields
    .filter((field) => terms[field] !== null)
    .map((field) => wordsItem(place, field, tellField(field), tellValue({ field }, terms[field])));
}
