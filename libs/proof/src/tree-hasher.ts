import { emptyRoot, nodeHash, type Hash, type HashAt } from './merkle.js';

export type Completed = (level: number, index: number, hash: Hash) => void;

/** Grows a tree leaf by leaf, keeping one hash for each bit of its size. */
export class TreeHasher {
  private leaves = 0;
  /** Of the complete subtrees that the tree consists of, from the greatest to the smallest. */
  private readonly peaks: Hash[] = [];

  /** `completed` hears of every subtree, leaves among them, as soon as its last leaf is there. */
  constructor(private readonly completed: Completed = () => undefined) {}

  /** Goes on with a tree that was built before. */
  static from(size: number, hashAt: HashAt, completed?: Completed): TreeHasher {
    const hasher = new TreeHasher(completed);
    for (let [rest, level] = [size, 0]; rest > 0; rest = Math.floor(rest / 2), level += 1) {
      if (rest % 2 === 1) hasher.peaks.unshift(hashAt(level, rest - 1));
    }
    hasher.leaves = size;
    return hasher;
  }

  get size(): number {
    return this.leaves;
  }

  append(leaf: Hash): void {
    let [level, index, hash] = [0, this.leaves, leaf];
    this.completed(level, index, hash);
    // An odd place is a right-hand one: its left neighbour is complete, and so their parent is now.
    while (index % 2 === 1) {
      hash = nodeHash(this.peaks.pop() as Hash, hash);
      level += 1;
      index = (index - 1) / 2;
      this.completed(level, index, hash);
    }
    this.peaks.push(hash);
    this.leaves += 1;
  }

  root(): Hash {
    return this.leaves === 0 ? emptyRoot() : this.peaks.reduceRight((right, left) => nodeHash(left, right));
  }
}

/** Root of the tree over these leaf hashes. */
export function rootOf(leaves: Iterable<Hash>): Hash {
  const hasher = new TreeHasher();
  for (const leaf of leaves) hasher.append(leaf);
  return hasher.root();
}
