import {
  citationOf,
  compareText,
  type ErasedFact,
  type PlainDate,
  type Projection,
  type Recorded,
} from '#libs/kernel';
import { adoptingCitation, type ActionPlanEvent } from '../contract/index.js';
import { planViews, projectedPlan, withFact, type ProjectedPlan } from '../plan/projected-plan.js';
import { entryOf, type HistoryEntry } from './history-entry.js';
import { tell } from './tell.js';
import { whatWasSaid } from './what-was-said.js';
import { withErased } from './with-erased.js';

/** What is kept of a plan's history: its facts in the order in which they were recorded. */
export interface ProjectedHistory extends ProjectedPlan {
  readonly entries: readonly HistoryEntry[];
}

export const actionPlanHistories: Projection<ProjectedHistory, ActionPlanEvent> = {
  ...planViews,
  name: 'action-plan-histories',
  version: 1,
  initial: (key) => ({ ...projectedPlan(key), entries: [] }),
  evolve: (history, event) => ({ ...withFact(history, event), entries: withEntry(history, event) }),
};

function withEntry(
  { entries, state }: ProjectedHistory,
  event: Recorded<ActionPlanEvent>,
): readonly HistoryEntry[] {
  const entry = entryOf(event, whatWasSaid(state, event));
  if (entry.cites === null) return [...entries, entry];
  const citedLater = citationOf(event.basis);
  return [
    ...entries.map((cited) => (cited.revision === entry.cites ? { ...cited, citedLater } : cited)),
    entry,
  ];
}

/** A plan's history as a story, in the order in which the facts hold. */
export interface ActionPlanHistory {
  readonly id: string;
  readonly committee: string;
  readonly citation: string;
  readonly title: string;
  readonly revision: number;
  readonly entries: readonly ToldEntry[];
}

export interface ToldEntry extends HistoryEntry {
  /** The fact in one or more Swedish sentences. */
  readonly sentence: string;
}

/** The dates between which a history is told: after `from`, up to and including `to`. */
export interface Between {
  readonly from?: PlainDate | undefined;
  readonly to?: PlainDate | undefined;
}

/** Null before the plan is adopted. What has been erased is told at its place. */
export function historyOf(
  projected: ProjectedHistory,
  { from, to }: Between = {},
  erased: readonly ErasedFact[] = [],
): ActionPlanHistory | null {
  const { id, committee, revision, state, entries } = projected;
  if (state.plan === null) return null;
  const told = withErased(entries, erased)
    .filter(
      ({ effectiveOn }) =>
        (from === undefined || effectiveOn > from) && (to === undefined || effectiveOn <= to),
    )
    .toSorted((a, b) => compareText(a.effectiveOn, b.effectiveOn) || a.revision - b.revision)
    .map((entry) => ({ ...entry, sentence: tell(entry) }));
  return {
    id,
    committee,
    citation: adoptingCitation(committee, id),
    title: state.plan.title,
    revision,
    entries: told,
  };
}
