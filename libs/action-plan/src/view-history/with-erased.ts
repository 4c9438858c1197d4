import type { ErasedFact } from '#libs/kernel';
import type { ActionPlanEvent } from '../contract/index.js';
import type { HistoryEntry } from './history-entry.js';
import { nothingSaid } from './what-was-said.js';

/** The entries, and one for each erased fact that tells only that it was there; whatever order they stand in. */
export function withErased(
  entries: readonly HistoryEntry[],
  erased: readonly ErasedFact[],
): readonly HistoryEntry[] {
  const gone = new Set(erased.map(({ event }) => event.record.revision));
  return [...entries.filter(({ revision }) => !gone.has(revision)), ...erased.map(erasedEntry)];
}

function erasedEntry({ event, erased }: ErasedFact): HistoryEntry {
  const { type, basis, record } = event;
  const { revision, recordedAt, actor, commandId } = record;
  return {
    ...nothingSaid,
    revision,
    type: type as ActionPlanEvent['type'],
    effectiveOn: basis.effectiveOn,
    recordedAt,
    actor,
    commandId,
    basis,
    citedLater: null,
    erased,
  };
}
