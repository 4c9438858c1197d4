import type { EventPlace } from '../encoded-event.js';
import { PartialOverlapError, RecordedAtError, SealedElsewhereError } from '../errors.js';
import type { AppendResult } from '../event-store.js';
import { answerAppend } from '../judge-append.js';
import type { BatchJudgement } from './batch-judgement.js';

type Refusal = PartialOverlapError | RecordedAtError | SealedElsewhereError;

function isRefusal(error: unknown): error is Refusal {
  return [PartialOverlapError, RecordedAtError, SealedElsewhereError].some((kind) => error instanceof kind);
}

/** What became of one append of a batch. */
export type Settlement = AppendResult | Refusal;

/** What became of each append, given where its events stand, be they new or not. */
export function settle(
  { judged }: BatchJudgement,
  places: ReadonlyMap<string, EventPlace>,
): readonly Settlement[] {
  return judged.map(({ append, verdict }) =>
    orRefusal(() => answerAppend(verdict, append, (id) => places.get(id))),
  );
}

/** The answer, or the refusal that was thrown instead: one append's refusal is no failure of the batch. */
export function orRefusal<Answer>(answer: () => Answer): Answer | Refusal {
  try {
    return answer();
  } catch (error) {
    if (isRefusal(error)) return error;
    throw error;
  }
}
