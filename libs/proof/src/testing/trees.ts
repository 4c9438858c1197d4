import { createHash } from 'node:crypto';
import type { Hash, HashAt } from '../merkle.js';
import { TreeHasher } from '../tree-hasher.js';

/** Leaf hashes that differ from one another. */
export function distinctLeaves(count: number): Hash[] {
  return Array.from({ length: count }, (_, i) => createHash('sha256').update(`leaf ${i}`).digest());
}

/** Every complete subtree of these leaves, kept in memory. Throws where it is asked for one that there is not. */
export function hashesOf(leaves: readonly Hash[]): HashAt {
  const levels: Hash[][] = [];
  const hasher = new TreeHasher((level, index, hash) => void ((levels[level] ??= [])[index] = hash));
  for (const leaf of leaves) hasher.append(leaf);
  return (level, index) => {
    const hash = levels[level]?.[index];
    if (!hash) throw new Error(`There is no complete subtree ${index} at level ${level}.`);
    return hash;
  };
}

/** A hash in which one bit is another. */
export function flipped(hash: Hash, bit = 0): Hash {
  const changed = Uint8Array.from(hash);
  changed[(bit >> 3) % hash.length]! ^= 1 << (bit & 7);
  return changed;
}
