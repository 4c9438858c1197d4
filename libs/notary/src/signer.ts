import type { KeyObject } from 'node:crypto';
import { keyTypes, printVerifierKey, signCheckpoint, verifierKey, type Tree } from '#libs/proof';

/** Signs for one installation: with one key, and for each municipality's log under a name of its own. */
export class NotarySigner {
  constructor(
    /** What the names of the logs begin with: `paragraf.local`. */
    private readonly origin: string,
    /** A private Ed25519 key. */
    private readonly key: KeyObject,
  ) {}

  /** The signed note of a tree. */
  checkpoint(tenant: string, tree: Tree): string {
    return signCheckpoint({ ...tree, origin: this.nameOf(tenant) }, this.key);
  }

  /** What others check the signatures of a municipality's log with. */
  verifierKey(tenant: string): string {
    return printVerifierKey(verifierKey(this.nameOf(tenant), keyTypes.ed25519, this.key));
  }

  private nameOf(tenant: string): string {
    return `${this.origin}/${tenant}`;
  }
}
