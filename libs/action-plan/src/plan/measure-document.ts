import type { PlainDate } from '#libs/kernel';
import type { Completion, Effect, Measure, RoundReference } from '../contract/index.js';
import type { MeasureEffects } from './effect-totals.js';
import type { MeasureState, MeasureStatus, ProgressReport } from './state.js';

/** A measure as people read it: null is `ingen uppgift`, never zero. */
export interface MeasureDocument extends Omit<Measure, 'expectedEffect'> {
  /** The paragraph it was decided under; null while that is not known. */
  readonly citation: string | null;
  readonly decidedOn: PlainDate;
  readonly status: MeasureStatus;
  readonly effect: MeasureEffects & {
    /** Where the realised effect is from; null where none is stated. */
    readonly realisedSource: RealisedSource | null;
  };
  /** In the order of the rounds. */
  readonly reports: readonly ProgressReport[];
  readonly completion: Completion | null;
  readonly cancellation: { readonly cancelledOn: PlainDate; readonly reason: string } | null;
}

export type RealisedSource = ({ readonly kind: 'round' } & RoundReference) | { readonly kind: 'completion' };

export function measureDocument(measure: MeasureState): MeasureDocument {
  const { id, text, responsibleRole, dueOn, accountGroup, citation, decidedOn, reports, ending } = measure;
  const [realised, realisedSource] = realisedOf(measure);
  return {
    id,
    text,
    responsibleRole,
    dueOn,
    accountGroup,
    citation,
    decidedOn,
    status: ending.status,
    effect: {
      original: measure.originalEffect,
      current: measure.expectedEffect,
      realised,
      realisedSource,
    },
    reports,
    completion: completionOf(measure),
    cancellation: cancellationOf(measure),
  };
}

/** What was said at the end counts; before that, the latest round that stated an amount. */
function realisedOf({ ending, reports }: MeasureState): readonly [Effect | null, RealisedSource | null] {
  if (ending.status === 'completed' && ending.realisedEffect) {
    return [ending.realisedEffect, { kind: 'completion' }];
  }
  const report = reports.findLast(({ realisedEffect }) => realisedEffect !== null);
  return report
    ? [report.realisedEffect, { kind: 'round', year: report.year, round: report.round }]
    : [null, null];
}

function completionOf({ ending }: MeasureState): Completion | null {
  if (ending.status !== 'completed') return null;
  const { completedOn, realisedEffect, comment } = ending;
  return { completedOn, realisedEffect, comment };
}

function cancellationOf({ ending }: MeasureState): MeasureDocument['cancellation'] {
  return ending.status === 'cancelled' ? { cancelledOn: ending.cancelledOn, reason: ending.reason } : null;
}
