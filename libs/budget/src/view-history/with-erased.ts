import { tellErased, type ErasedFact } from '#libs/kernel';
import type { BudgetEvent } from '../contract/index.js';
import { restsOn } from '../fiscal-year/rests-on.js';
import type { HistoryEntry } from './budget-history.js';

/** The history with what has been erased of it, each at its place; what it said is not there, also where it still was. */
export function withErased(
  entries: readonly HistoryEntry[],
  erased: readonly ErasedFact[],
): readonly HistoryEntry[] {
  const isErased = ({ stream, revision }: HistoryEntry) =>
    erased.some(({ event: { record } }) => record.stream === stream && record.revision === revision);
  const standing = entries.filter((entry) => !isErased(entry));
  return erased.map(erasedEntry).reduce(inserted, standing);
}

function erasedEntry({ event, erased }: ErasedFact): HistoryEntry {
  const { stream, revision, recordedAt, actor } = event.record;
  return {
    type: event.type as BudgetEvent['type'],
    stream,
    revision,
    recordedAt,
    actor,
    restsOn: restsOn(event.basis),
    data: null,
    changes: [],
    erased: { ...erased, sentence: tellErased(erased) },
  };
}

/** Before what follows it in its stream; behind everything recorded by then where nothing does. */
function inserted(entries: readonly HistoryEntry[], entry: HistoryEntry): readonly HistoryEntry[] {
  const follows = ({ stream, revision }: HistoryEntry) =>
    stream === entry.stream && revision > entry.revision;
  const next = entries.findIndex(follows);
  const place =
    next >= 0 ? next : entries.findLastIndex(({ recordedAt }) => recordedAt <= entry.recordedAt) + 1;
  return entries.toSpliced(place, 0, entry);
}
