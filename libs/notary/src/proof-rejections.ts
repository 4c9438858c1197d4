import type { Instant, Rejection } from '#libs/kernel';

/** Why something of a log's tree is not shown. */
export type ProofRejection =
  /** It is recorded, or may come to be, but no checkpoint covers it. */
  | Rejection<'not-notarised-yet', HowFar>
  /** The tree was that large once, but was not signed then. */
  | Rejection<'checkpoint-missing', { readonly size: number; readonly signedSize: number }>
  | Rejection<'event-beyond-size', { readonly index: number; readonly size: number }>
  | Rejection<'sizes-out-of-order', { readonly from: number; readonly to: number }>
  /** What the log holds in the place of this leaf is not what was notarised. */
  | Rejection<'log-altered', { readonly index: number }>;

/** How far a log is notarised. */
export interface HowFar {
  /** Events in the tree. */
  readonly size: number;
  /** Of these, the events under the last checkpoint. */
  readonly signedSize: number;
  readonly signedAt: Instant | null;
  /** Whether an alarm has stopped the notary. */
  readonly alarmed: boolean;
}

/** What was asked for, or why it is not shown. */
export type Shown<Answer> = { readonly answer: Answer } | NotShown;

export interface NotShown {
  readonly rejection: ProofRejection;
}
