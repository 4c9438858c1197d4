import type { Rejection } from '#libs/kernel';

/** Where an event stands in the log, and as which leaf it would stand in the tree. */
interface AlarmedEvent {
  readonly index: number;
  readonly position: string;
}

/**
 * Why a municipality's log is signed no further: it is no longer the one that was notarised, or an event does not
 * fit behind those before it.
 */
export type Alarm =
  /** The last notarised event is gone, and nothing stands in its place or behind it. */
  | Rejection<'log-truncated', AlarmedEvent>
  /** Another event, or the same with another envelope, stands where the last notarised one stood. */
  | Rejection<'log-rewritten', AlarmedEvent & { readonly foundPosition: string }>
  | Rejection<'envelope-malformed', AlarmedEvent & { readonly reason: string }>
  | Rejection<'event-of-another-municipality', AlarmedEvent & { readonly stream: string }>
  /** Its revision or `prev` does not continue its stream: an event was taken out, put in or changed. */
  | Rejection<'stream-broken', AlarmedEvent & StreamBreak>
  | Rejection<'event-repeated', { readonly fromIndex: number; readonly toIndex: number }>
  /** The tree to be signed does not begin with the one that was signed last: the notary's own tables were changed. */
  | Rejection<'tree-inconsistent', { readonly signedSize: number; readonly size: number }>
  /** A witness has signed a larger tree than the notary knows of: its tables were put back. */
  | Rejection<'witness-saw-more', Witnessed & { readonly signedSize: number }>
  /** A witness has signed a tree with which the notary's, of `size`, does not begin: the log's key signs two histories. */
  | Rejection<'witness-saw-another-tree', Witnessed & { readonly size: number }>;

interface Witnessed {
  /** `{name}+{id}` of its key. */
  readonly witness: string;
  /** Size of the tree that it says it has signed last. */
  readonly witnessSize: number;
}

export interface StreamBreak {
  readonly stream: string;
  readonly revision: number;
  readonly expectedRevision: number;
  /** SHA-256 of the envelope before it, as it says itself and as the notary knows it. */
  readonly prev: string | null;
  readonly expectedPrev: string | null;
}

/** Carries an alarm out of a transaction, which it undoes. */
export class AlarmError extends Error {
  constructor(readonly alarm: Alarm) {
    super(`The log raises an alarm: ${alarm.code}`);
    this.name = 'AlarmError';
  }
}
