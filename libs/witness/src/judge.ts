import { consistencyHolds, emptyRoot, hashesEqual, type Hash, type Tree } from '#libs/proof';
import type { Proposal } from './proposal.js';

/** Why a witness does not sign what a log has signed. */
export type Refusal = 'old-size-too-large' | 'old-size-not-the-last' | 'root-differs' | 'not-consistent';

/** What a witness has signed of a log before it has signed anything. */
export const nothingSigned: Tree = { size: 0, root: emptyRoot() };

/** Null: it is to be signed. `last` is what was signed last. The order is that of C2SP tlog-witness. */
export function objectionTo({ oldSize, proof, checkpoint }: Proposal, last: Tree): Refusal | null {
  if (oldSize > checkpoint.size) return 'old-size-too-large';
  if (oldSize !== last.size) return 'old-size-not-the-last';
  if (checkpoint.size === last.size && !hashesEqual(checkpoint.root, last.root)) return 'root-differs';
  return consistencyHolds(last, checkpoint, proof) ? null : 'not-consistent';
}

/** How what a log has signed speaks against it. */
export type Contradiction =
  /** It has signed two trees of one size. That alone proves it. */
  | 'split'
  /** Smaller than what the witness has signed, and nothing that it has signed: the log was put back, or copied. */
  | 'rolled-back'
  /** The tree was not shown to begin with the one that the witness signed last. */
  | 'not-shown-to-grow';

/**
 * What a refused checkpoint says against its log, if anything. `rootBefore` is the root that the witness has signed for
 * its size, null where it has signed none. One that it has signed says nothing: anybody may show it again.
 */
export function contradictionIn(
  { checkpoint }: Proposal,
  refusal: Refusal,
  last: Tree,
  rootBefore: Hash | null,
): Contradiction | null {
  if (rootBefore) return hashesEqual(rootBefore, checkpoint.root) ? null : 'split';
  if (checkpoint.size < last.size) return 'rolled-back';
  return refusal === 'not-consistent' ? 'not-shown-to-grow' : null;
}
