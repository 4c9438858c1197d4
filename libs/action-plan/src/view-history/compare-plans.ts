import type { PlainDate } from '#libs/kernel';
import { sameFact, type FieldChange } from '../plan/changes.js';
import { byYear } from '../plan/effects.js';
import type { EffectsOfYear } from '../plan/effect-totals.js';
import type { MeasureDocument } from '../plan/measure-document.js';
import type { ActionPlanDocument } from '../plan/plan-document.js';
import { measureFields, planFields } from '../plan/terms.js';

/** A plan as it stood on two dates, held against each other. */
export interface PlanComparison {
  /** Null: from before the first fact, or to after the last. */
  readonly from: PlainDate | null;
  readonly to: PlainDate | null;
  /** False where the plan was adopted only after `from`. */
  readonly adoptedAtFrom: boolean;
  readonly plan: readonly FieldChange[];
  /** Measures decided in between. */
  readonly added: readonly MeasureDocument[];
  /** Measures cancelled in between, as they stand at the end. */
  readonly removed: readonly MeasureDocument[];
  readonly changed: readonly {
    readonly id: string;
    readonly text: string;
    readonly changes: readonly FieldChange[];
  }[];
  readonly unchanged: readonly string[];
  /** What had been promised and what had come out, year by year, on each date. */
  readonly effects: readonly {
    readonly year: EffectsOfYear['year'];
    readonly from: EffectsOfYear | null;
    readonly to: EffectsOfYear | null;
  }[];
}

/** The plan at each of the dates; null where it was not adopted yet. */
export interface TwoDates {
  readonly from: PlainDate | null;
  readonly to: PlainDate | null;
}

export function comparePlans(
  dates: TwoDates,
  before: ActionPlanDocument | null,
  after: ActionPlanDocument,
): PlanComparison {
  const former = new Map(before?.measures.map((measure) => [measure.id, measure]));
  const kept = after.measures.flatMap((measure) => {
    const was = former.get(measure.id);
    return was
      ? [{ measure, changes: measureChanges(was, measure), isRemoved: isCancelledSince(was, measure) }]
      : [];
  });
  return {
    ...dates,
    adoptedAtFrom: before !== null,
    plan: differences(
      planFields,
      (field) => before?.[field] ?? null,
      (field) => after[field],
    ),
    added: after.measures.filter(({ id }) => !former.has(id)),
    removed: kept.filter(({ isRemoved }) => isRemoved).map(({ measure }) => measure),
    changed: kept
      .filter(({ changes, isRemoved }) => changes.length > 0 && !isRemoved)
      .map(({ measure: { id, text }, changes }) => ({ id, text, changes })),
    unchanged: kept.filter(({ changes }) => changes.length === 0).map(({ measure }) => measure.id),
    effects: compareEffects(before?.effects ?? [], after.effects),
  };
}

function isCancelledSince(was: MeasureDocument, is: MeasureDocument): boolean {
  return was.status !== 'cancelled' && is.status === 'cancelled';
}

const comparedFields = [
  ...measureFields,
  'citation',
  'status',
  'progress',
  'realisedEffect',
  'completedOn',
] as const;
type ComparedField = (typeof comparedFields)[number];

function measureChanges(was: MeasureDocument, is: MeasureDocument): readonly FieldChange[] {
  return differences(
    comparedFields,
    (field) => valueOf(was, field),
    (field) => valueOf(is, field),
  );
}

function valueOf(measure: MeasureDocument, field: ComparedField): unknown {
  switch (field) {
    case 'expectedEffect':
      return measure.effect.current;
    case 'realisedEffect':
      return measure.effect.realised;
    case 'progress':
      return measure.reports.at(-1)?.status ?? null;
    case 'completedOn':
      return measure.completion?.completedOn ?? null;
    default:
      return measure[field];
  }
}

function differences<Field extends string>(
  fields: readonly Field[],
  was: (field: Field) => unknown,
  is: (field: Field) => unknown,
): readonly FieldChange[] {
  return fields.flatMap((field) => {
    const [from, to] = [was(field), is(field)];
    return sameFact(from, to) ? [] : [{ field, from, to }];
  });
}

function compareEffects(
  from: readonly EffectsOfYear[],
  to: readonly EffectsOfYear[],
): PlanComparison['effects'] {
  const years = [...new Set([...from, ...to].map(({ year }) => year))].toSorted(byYear);
  const of = (effects: readonly EffectsOfYear[], year: EffectsOfYear['year']) =>
    effects.find((effect) => effect.year === year) ?? null;
  return years.map((year) => ({ year, from: of(from, year), to: of(to, year) }));
}
