import { recordingTime } from '../recording-time.js';
import { mayBeRecorded, streamsToKnow, type Batch } from './batch.js';
import { hasConflict, judgeBatch, type BatchJudgement } from './batch-judgement.js';
import { placeBehind, type PlacedEvent } from './insert-events.js';
import type { LogEnd } from './remembered-log.js';

/** What a batch adds if the log ends where it is remembered to. */
export interface Plan {
  readonly end: LogEnd;
  readonly judgement: BatchJudgement;
  readonly events: readonly PlacedEvent[];
}

/**
 * Judges, places and seals a batch without asking the database. Null where what is remembered does not suffice, or
 * where an append would lose, which is told nobody before the log has been looked at. What is remembered moves on
 * behind the plan's events, so that the next plan stands behind this one while it is still on its way.
 */
export function planAhead(batch: Batch): Plan | null {
  const { tenant, appends, remembered, now } = batch;
  const end = remembered.likelyEnd;
  const isUnknown = (stream: string) => remembered.get(stream) === undefined;
  if (end === null || mayBeRecorded(batch) || streamsToKnow(batch).some(isUnknown)) return null;
  const judgement = judgeBatch(appends, remembered, new Map());
  if (hasConflict(judgement)) return null;
  const before = { tenant, end, streams: remembered };
  const events = placeBehind(before, recordingTime(null, end.recordedAt, now()), judgement.added);
  remembered.advance(events);
  return { end, judgement, events };
}
