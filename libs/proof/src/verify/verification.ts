import type { Erasure } from '../bundle/erasure-line.js';
import type { Cosignature } from '../witnessed.js';
import type { Failure, NamedEvent } from './failure.js';
import type { ReadModelResult } from './read-model-is-the-fold.js';
import type { OutOfTime } from './recorded-in-order.js';

/** What came of verifying a bundle. Whatever it says holds up to the failure, where there is one. */
export interface Verification {
  /** The first thing that is wrong; null where everything holds. */
  readonly failure: Failure | null;
  readonly municipality: string | null;
  /** What the log's key has signed; null where no such checkpoint was found. */
  readonly checkpoint: VerifiedCheckpoint | null;
  /** Of the witnesses that were named, when all of them have signed the checkpoint; else none. */
  readonly cosignatures: readonly Cosignature[];
  /** How many events the earlier checkpoint had; null where none was given. */
  readonly since: number | null;
  readonly checked: Checked;
  /** The last event that was found right. */
  readonly lastEvent: (NamedEvent & { readonly recordedAt: string }) | null;
  /** The events that decisions say to erase, in the order of the decisions. */
  readonly erasures: readonly Erasure[];
  readonly readModels: readonly ReadModelResult[];
  readonly warnings: readonly VerificationWarning[];
}

export interface VerifiedCheckpoint {
  readonly origin: string;
  readonly size: number;
  /** Base64. */
  readonly root: string;
  /** The signed note: what is to be kept for the next verification. */
  readonly note: string;
}

/** How much was checked. */
export interface Checked {
  readonly bytes: number;
  readonly events: number;
  readonly streams: number;
  readonly tiles: number;
}

/** Nothing false, but something that somebody should know. */
export type VerificationWarning =
  /** It was decided to erase the event, and its content is still there. */
  | { readonly code: 'erasure-not-carried-out'; readonly facts: NamedEvent }
  /** Events say that they were recorded before the one in front of them: clocks differed, or one was set. */
  | { readonly code: 'recorded-before-the-previous'; readonly facts: OutOfTime }
  /** The last event was recorded later than the verification: one of the two clocks is wrong. */
  | {
      readonly code: 'recorded-in-the-future';
      readonly facts: NamedEvent & { readonly recordedAt: string; readonly now: string };
    };
