import { hashesEqual } from '../merkle.js';
import type { Tree } from '../verify-proof.js';
import { fail } from './failure.js';
import type { TreeOfTheEvents } from './tree-of-the-events.js';

/** The events, all of them and no others, make the tree whose root was signed. */
export function treeIsTheSignedOne(tree: TreeOfTheEvents, signed: Tree): void {
  const root = tree.root();
  if (hashesEqual(root, signed.root)) return;
  fail('root-differs', { size: signed.size, root: base64(root), signed: base64(signed.root) });
}

export function base64(hash: Uint8Array): string {
  return Buffer.from(hash).toString('base64');
}
