import { prefixed, sha256 } from './hash.js';

/** SHA-256, 32 bytes. */
export type Hash = Uint8Array;

export const hashBytes = 32;

const leafPrefix = Uint8Array.of(0x00);

/** RFC 6962, 2.1. The prefix keeps a leaf from being taken for a node. */
export function leafHash(entry: string | Uint8Array): Hash {
  const isText = typeof entry === 'string';
  return sha256(isText ? prefixed(leafPrefix, entry) : Buffer.concat([leafPrefix, entry]));
}

const nodeInput = new Uint8Array(1 + 2 * hashBytes).fill(0x01, 0, 1);

export function nodeHash(left: Hash, right: Hash): Hash {
  nodeInput.set(left, 1);
  nodeInput.set(right, 1 + hashBytes);
  return sha256(nodeInput);
}

/** Root of the tree without leaves. */
export function emptyRoot(): Hash {
  return sha256(new Uint8Array());
}

export function hashesEqual(a: Hash, b: Hash): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

/**
 * Hash of a complete subtree: of the leaves from `index * 2^level` up to `(index + 1) * 2^level`, all of which the
 * tree has. Level 0 are the leaves.
 */
export type HashAt = (level: number, index: number) => Hash;

/** Greatest power of two below n, which is where RFC 6962 divides n leaves; n is 2 or more. */
export function splitOf(n: number): number {
  let k = 1;
  while (2 * k < n) k *= 2;
  return k;
}

/** The level whose subtrees have exactly n leaves; null where n is no power of two. */
function levelOf(n: number): number | null {
  let [level, rest] = [0, n];
  for (; rest % 2 === 0; rest /= 2) level += 1;
  return rest === 1 ? level : null;
}

/** Hash of the tree over the leaves from start up to end. A part of a divided tree: start is a multiple of its size. */
export function hashOfRange(start: number, end: number, hashAt: HashAt): Hash {
  const count = end - start;
  const level = levelOf(count);
  if (level !== null) return hashAt(level, start / count);
  const middle = start + splitOf(count);
  return nodeHash(hashOfRange(start, middle, hashAt), hashOfRange(middle, end, hashAt));
}

/** Root of the tree of the first `size` leaves. */
export function rootAt(size: number, hashAt: HashAt): Hash {
  return size === 0 ? emptyRoot() : hashOfRange(0, size, hashAt);
}
