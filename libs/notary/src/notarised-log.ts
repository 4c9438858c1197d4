import type { Position } from '#libs/event-store';
import type { Alarm } from './alarm.js';

/** How far a municipality's log is notarised. */
export interface NotarisedLog {
  readonly tenant: string;
  /** How many events stand in the tree. */
  readonly size: number;
  /** Of the last of them; null where there is none. */
  readonly lastPosition: Position | null;
  /** Hash of its envelope as a leaf. */
  readonly lastLeaf: Uint8Array | null;
  /** Of the one before it: reading from there, a page begins with the last notarised event. */
  readonly beforeLast: Position | null;
  /** Size of the last checkpoint; 0 where there is none. */
  readonly signedSize: number;
  readonly signedAt: Date | null;
  /** Of the key that signs the log, and no other does; null before the first checkpoint. */
  readonly verifierKey: string | null;
  /** Why nothing more is notarised; null where all is well. */
  readonly alarm: Alarm | null;
  readonly alarmedAt: Date | null;
}

/** A log of which nothing is notarised yet. */
export function nothingNotarised(tenant: string): NotarisedLog {
  return {
    tenant,
    size: 0,
    lastPosition: null,
    lastLeaf: null,
    beforeLast: null,
    signedSize: 0,
    signedAt: null,
    verifierKey: null,
    alarm: null,
    alarmedAt: null,
  };
}

/** A signed state of a municipality's log. */
export interface StoredCheckpoint {
  readonly tenant: string;
  readonly size: number;
  readonly root: Uint8Array;
  /** The signed note: the notary's signature, and after it those of its witnesses. */
  readonly note: string;
  readonly signedAt: Date;
}
