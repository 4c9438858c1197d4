import { hashesEqual } from '../merkle.js';
import type { Tree } from '../verify-proof.js';
import { fail } from './failure.js';
import { base64 } from './tree-is-the-signed-one.js';
import type { TreeOfTheEvents } from './tree-of-the-events.js';

/** A log that was signed with so many events has at least as many for ever. */
export function isNoShorterThan(earlier: Tree, signed: Tree): void {
  if (signed.size < earlier.size) {
    fail('log-shorter-than-before', { size: signed.size, before: earlier.size });
  }
  if (signed.size === earlier.size && !hashesEqual(signed.root, earlier.root)) {
    fail('split-view', { size: signed.size, root: base64(signed.root), signed: base64(earlier.root) });
  }
}

/** To be asked when the tree has as many events as it had then: whoever has kept that checkpoint sees the same ones. */
export function continuesTheEarlierCheckpoint(tree: TreeOfTheEvents, earlier: Tree): void {
  if (tree.size !== earlier.size) return;
  const root = tree.root();
  if (hashesEqual(root, earlier.root)) return;
  fail('history-rewritten', { before: earlier.size, root: base64(root), signed: base64(earlier.root) });
}
