import { emptyRoot, hashBytes, hashesEqual, nodeHash, type Hash } from './merkle.js';

/** A tree as somebody vouches for it. */
export interface Tree {
  readonly size: number;
  readonly root: Hash;
}

/** A place in the tree and the last place of its row, on the way up from the leaves. */
type Place = readonly [place: number, last: number];

const isOdd = (n: number): boolean => n % 2 === 1;
const above = ([place, last]: Place): Place => [Math.floor(place / 2), Math.floor(last / 2)];
const areHashes = (hashes: readonly Hash[]): boolean => hashes.every(({ length }) => length === hashBytes);

/** Whether there can be such a tree at all. */
function isTree({ size, root }: Tree): boolean {
  if (!Number.isSafeInteger(size) || size < 0) return false;
  return size === 0 ? hashesEqual(root, emptyRoot()) : root.length === hashBytes;
}

/**
 * Whether the proof leads from the leaf at that index to the root (RFC 9162, 2.1.3.2). What it says of the size is
 * only that the leaf could stand there: size and root belong together in what was signed.
 */
export function inclusionHolds(leaf: Hash, index: number, tree: Tree, proof: readonly Hash[]): boolean {
  if (!isTree(tree) || !areHashes([leaf, ...proof])) return false;
  if (!Number.isSafeInteger(index) || index < 0 || index >= tree.size) return false;
  let hash = leaf;
  let at: Place = [index, tree.size - 1];
  for (const sibling of proof) {
    if (at[1] === 0) return false;
    if (isRightHand(at)) {
      hash = nodeHash(sibling, hash);
      at = upToRightHand(at);
    } else {
      hash = nodeHash(hash, sibling);
    }
    at = above(at);
  }
  return at[1] === 0 && hashesEqual(hash, tree.root);
}

/** Whether the proof shows that the second tree begins with the whole first one (RFC 9162, 2.1.4.2). */
export function consistencyHolds(first: Tree, second: Tree, proof: readonly Hash[]): boolean {
  if (!isTree(first) || !isTree(second) || first.size > second.size || !areHashes(proof)) return false;
  if (first.size === second.size) return proof.length === 0 && hashesEqual(first.root, second.root);
  if (first.size === 0) return proof.length === 0;

  let at: Place = [first.size - 1, second.size - 1];
  while (isOdd(at[0])) at = above(at);
  // Place 0: the first tree is complete, so its root is the subtree to start from.
  const [start, ...rest] = at[0] === 0 ? [first.root, ...proof] : proof;
  return start !== undefined && leadsToBoth(start, at, rest, first, second);
}

function leadsToBoth(start: Hash, from: Place, proof: readonly Hash[], first: Tree, second: Tree): boolean {
  let [at, firstHash, secondHash] = [from, start, start];
  for (const sibling of proof) {
    if (at[1] === 0) return false;
    if (isRightHand(at)) {
      firstHash = nodeHash(sibling, firstHash);
      secondHash = nodeHash(sibling, secondHash);
      at = upToRightHand(at);
    } else {
      secondHash = nodeHash(secondHash, sibling);
    }
    at = above(at);
  }
  return at[1] === 0 && hashesEqual(firstHash, first.root) && hashesEqual(secondHash, second.root);
}

/** Whether the sibling of what stands here is on its left: the last of a row has none on its right. */
function isRightHand([place, last]: Place): boolean {
  return isOdd(place) || place === last;
}

/** The last of a row without a sibling moves up as it is, until it has one. */
function upToRightHand(from: Place): Place {
  let at = from;
  while (!isOdd(at[0]) && at[0] !== 0) at = above(at);
  return at;
}
