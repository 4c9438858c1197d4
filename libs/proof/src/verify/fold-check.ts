import type { DocumentDigest } from '../bundle/document-line.js';
import type { ReadModelHead } from '../bundle/head.js';
import type { LoggedEvent } from './logged-event.js';

/**
 * Folds the events of a bundle and compares what comes out with the read models in it. Not part of the proof, which
 * knows no event's meaning: whoever has the projections hands it in.
 */
export interface FoldCheck {
  /** Before the first event. */
  begin(readModels: readonly ReadModelHead[]): void;
  /** The next events of the log, which have been verified so far. */
  take(events: readonly LoggedEvent[]): void;
  /** After the last event, for each read model: its documents in the order of their keys. */
  compare(
    readModel: ReadModelHead,
    documents: AsyncIterable<readonly DocumentDigest[]>,
  ): Promise<FoldVerdict>;
}

export type FoldVerdict =
  | { readonly verdict: 'equal' }
  /** The first document that differs. */
  | {
      readonly verdict: 'different';
      readonly key: string;
      readonly problem: 'missing' | 'extra' | 'different';
    }
  | NotComparable;

export interface NotComparable {
  readonly verdict: 'not-comparable';
  readonly reason: NotComparableReason;
  /** Where the projection cannot fold an event: which one, and what it says. */
  readonly detail?: string;
}

/**
 * Why nothing can be said of a read model: it was built by another version of its projection than is at hand, or has
 * never been built; it had folded events beyond the checkpoint; or the projection at hand cannot fold an event.
 */
export type NotComparableReason = 'other-version' | 'not-built' | 'beyond-the-checkpoint' | 'not-foldable';
