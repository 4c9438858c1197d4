import { hashOfRange, splitOf, type Hash, type HashAt } from './merkle.js';

/**
 * The hashes that lead from a leaf to the root of the tree of the first `size` leaves, from its sibling upwards
 * (RFC 6962, 2.1.1).
 */
export function inclusionProof(index: number, size: number, hashAt: HashAt): Hash[] {
  requireWhole(index, size);
  if (index >= size) throw new RangeError(`A tree of ${size} leaves has none with the index ${index}.`);
  const proof: Hash[] = [];
  let [start, end] = [0, size];
  while (end - start > 1) {
    const middle = start + splitOf(end - start);
    if (index < middle) {
      proof.unshift(hashOfRange(middle, end, hashAt));
      end = middle;
    } else {
      proof.unshift(hashOfRange(start, middle, hashAt));
      start = middle;
    }
  }
  return proof;
}

/**
 * The hashes which show that the tree of `second` leaves begins with that of `first` (RFC 6962, 2.1.2). There is
 * nothing to show where one is empty or both are the same.
 */
export function consistencyProof(first: number, second: number, hashAt: HashAt): Hash[] {
  requireWhole(first, second);
  if (first > second) throw new RangeError(`A tree of ${second} leaves cannot begin with one of ${first}.`);
  if (first === 0 || first === second) return [];
  const proof: Hash[] = [];
  let [start, end] = [0, second];
  // Down to the last subtree that both trees have whole; what stands beside the way is the proof.
  while (end !== first) {
    const middle = start + splitOf(end - start);
    if (first <= middle) {
      proof.unshift(hashOfRange(middle, end, hashAt));
      end = middle;
    } else {
      proof.unshift(hashOfRange(start, middle, hashAt));
      start = middle;
    }
  }
  // Where that is the whole first tree, its root is known already.
  return start === 0 ? proof : [hashOfRange(start, end, hashAt), ...proof];
}

function requireWhole(...numbers: readonly number[]): void {
  for (const n of numbers) {
    if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(`${n} is not a number of leaves.`);
  }
}
