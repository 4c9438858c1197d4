import {
  consistencyProof,
  keyTypes,
  leafHash,
  printAddCheckpoint,
  printVerifierKey,
  rootAt,
  signCheckpoint,
  verifierKey,
  type Hash,
  type VerifierKey,
} from '#libs/proof';
import { hashesOf, logKey } from '#libs/proof/testing';

export const testOrigin = 'paragraf.example/alingsas';

/** A log as whoever has its key can show it: another branch has other leaves from where it leaves the first one. */
export class TestLog {
  readonly key: VerifierKey;
  readonly verifierKey: string;
  private readonly leaves: readonly Hash[];
  private readonly hashAt: (level: number, index: number) => Hash;

  constructor(
    readonly size: number,
    readonly origin = testOrigin,
    private readonly privateKey = logKey,
    leaves?: readonly Hash[],
  ) {
    this.key = verifierKey(origin, keyTypes.ed25519, privateKey);
    this.verifierKey = printVerifierKey(this.key);
    this.leaves = leaves ?? Array.from({ length: size }, (_, i) => leafHash(`leaf ${i}`));
    this.hashAt = hashesOf(this.leaves);
  }

  /** The same log with other leaves from that one on. */
  branchAt(index: number, name = 'other'): TestLog {
    const leaves = this.leaves.map((leaf, i) => (i < index ? leaf : leafHash(`${name} leaf ${i}`)));
    return new TestLog(this.size, this.origin, this.privateKey, leaves);
  }

  /** The same log with more leaves. */
  grown(...leaves: readonly Hash[]): TestLog {
    const all = [...this.leaves, ...leaves];
    return new TestLog(all.length, this.origin, this.privateKey, all);
  }

  root(size: number): Hash {
    return rootAt(size, this.hashAt);
  }

  note(size: number): string {
    return signCheckpoint({ origin: this.origin, size, root: this.root(size) }, this.privateKey);
  }

  proof(from: number, to: number): readonly Hash[] {
    return consistencyProof(from, to, this.hashAt);
  }

  /** The body that asks for a signature, with an empty proof where there can be none. */
  request(oldSize: number, size: number): string {
    const proof = oldSize > size ? [] : this.proof(oldSize, size);
    return printAddCheckpoint({ oldSize, proof, note: this.note(size) });
  }

  /** Whether the trees of both logs are the same up to that size. */
  sharesWith(other: TestLog, size: number): boolean {
    return this.leaves.slice(0, size).every((leaf, i) => leaf === other.leaves[i]);
  }
}
