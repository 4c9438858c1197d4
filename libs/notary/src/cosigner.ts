import type { Hash, NoteSignature } from '#libs/proof';
import type { StoredCheckpoint } from './notarised-log.js';

/** A signed checkpoint that somebody else is asked to sign as well. */
export interface CosigningRequest {
  readonly checkpoint: StoredCheckpoint;
  /** What shows that the tree begins with that of so many leaves: the last one that a witness has signed. */
  readonly consistencyFrom: (size: number) => Promise<readonly Hash[]>;
}

/** A witness says that it has signed what the log, as it stands, does not go back to. */
export interface Contradiction {
  /** `saw-more`: a larger tree; `saw-another-tree`: one of that size, with which this one does not begin. */
  readonly code: 'saw-more' | 'saw-another-tree';
  /** Size of the tree that it has signed last. */
  readonly witnessSize: number;
}

/** What a cosigner answers. */
export type Cosigned = { readonly signature: NoteSignature } | { readonly contradiction: Contradiction };

/**
 * Somebody else who signs checkpoints: a witness, who sees that a log only grows. Asked after the notary has signed,
 * and never in its transaction; nobody waits for it. Where it is slow, checkpoints between are passed over.
 */
export interface Cosigner {
  /** `{name}+{id}` of its key. */
  readonly name: string;
  /** Throws where it cannot be reached, or answers what is no answer. */
  cosign(request: CosigningRequest, signal: AbortSignal): Promise<Cosigned>;
}

/** How it goes with one cosigner and one municipality, as far as this process knows. */
export interface CosignerStatus {
  readonly cosigner: string;
  /** Size of the last checkpoint that it has signed for this process; 0 where there is none. */
  readonly size: number;
  /** Why the newest one is not signed; null where it is, or is being asked about. */
  readonly error: string | null;
}
