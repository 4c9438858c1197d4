import type { Hash, NoteSignature } from '#libs/proof';
import type { StoredCheckpoint } from './notarised-log.js';

/** A signed checkpoint that others are asked to sign as well. */
export interface CosigningRequest {
  readonly checkpoint: StoredCheckpoint;
  /** What shows that the tree begins with that of so many leaves: the last one that a witness has signed. */
  readonly consistencyFrom: (size: number) => Promise<readonly Hash[]>;
}

/**
 * Who else signs checkpoints: witnesses, who see that a log only grows. Asked after the notary has signed, and never
 * in its transaction; nobody waits for them. Where they are slow, checkpoints between are passed over.
 *
 * The abstract class is also the injection token.
 */
export abstract class Cosigners {
  /** The signatures to be added to the note. Throws where nobody can be reached. */
  abstract cosign(request: CosigningRequest, signal: AbortSignal): Promise<readonly NoteSignature[]>;
}

/** Nobody else signs. */
export class NoCosigners extends Cosigners {
  async cosign(): Promise<readonly NoteSignature[]> {
    return [];
  }
}
