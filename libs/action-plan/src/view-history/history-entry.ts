import type { Actor, Basis, ErasedBy, EventRecord, Instant, PlainDate } from '#libs/kernel';
import type { ActionPlanEvent } from '../contract/index.js';
import type { FieldChange } from '../plan/changes.js';
import type { ProgressReport } from '../plan/state.js';

/** One fact of a plan's history: when, by whom, on what ground, and what changed from what to what. */
export interface HistoryEntry extends WhatWasSaid {
  readonly revision: number;
  readonly type: ActionPlanEvent['type'];
  readonly effectiveOn: PlainDate;
  readonly recordedAt: Instant;
  readonly actor: Actor;
  /** Facts of the same command were decided together. */
  readonly commandId: string;
  readonly basis: Basis;
  /** The paragraph that a later fact gave an uncited one. */
  readonly citedLater: string | null;
  /** Where a decision has destroyed what the fact said: which one. */
  readonly erased?: ErasedBy;
}

/** What a fact says of the plan, in one shape for all of them. */
export interface WhatWasSaid {
  /** The measure it is about, in the words that it had then; null where it is about the plan. */
  readonly measure: { readonly id: string; readonly text: string } | null;
  /** Terms of the plan or the measure; `status` and `progress` of a measure. From null: it was not stated before. */
  readonly changes: readonly FieldChange[];
  /** What a plan was adopted with. */
  readonly adopted: { readonly measures: number; readonly withStatedEffect: number } | null;
  /** What was reported at a round, and whether an earlier report of the round is corrected. */
  readonly report: (ProgressReport & { readonly corrects: boolean }) | null;
  /** The fact that is given its paragraph, by its place in the stream. */
  readonly cites: number | null;
  /** The reason or comment as it was recorded. */
  readonly remark: string | null;
}

export function entryOf(
  { type, basis, record }: ActionPlanEvent & { readonly record: EventRecord },
  said: WhatWasSaid,
): HistoryEntry {
  const { revision, recordedAt, actor, commandId } = record;
  const { effectiveOn } = basis;
  return { revision, type, effectiveOn, recordedAt, actor, commandId, basis, citedLater: null, ...said };
}
