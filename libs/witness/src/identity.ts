import type { KeyObject } from 'node:crypto';
import { cosign, keyTypes, verifierKey, type NoteSignature, type VerifierKey } from '#libs/proof';

/** Who a witness is: a name, and the key it signs with. */
export class WitnessIdentity {
  readonly verifierKey: VerifierKey;

  constructor(
    readonly name: string,
    private readonly privateKey: KeyObject,
  ) {
    this.verifierKey = verifierKey(name, keyTypes.cosignature, privateKey);
  }

  /** Signs the text of a checkpoint; the time is in seconds since 1970. */
  cosign(text: string, time: number): NoteSignature {
    return cosign(text, this.name, this.privateKey, time);
  }
}
