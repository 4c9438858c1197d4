import fc from 'fast-check';
import { emptyRoot, leafHash, rootAt, type Hash } from './merkle.js';
import { consistencyProof, inclusionProof } from './merkle-proof.js';
import { distinctLeaves, flipped, hashesOf } from './testing/index.js';
import { sumLeaf, sumProof } from './testing/public-notes.js';
import { consistencyHolds, inclusionHolds } from './verify-proof.js';

const maxSize = 5000;
const leaves = distinctLeaves(maxSize);
const hashAt = hashesOf(leaves);
const treeOf = (size: number) => ({ size, root: rootAt(size, hashAt) });

const size = fc.oneof(fc.integer({ min: 1, max: 70 }), fc.integer({ min: 1, max: maxSize }));
const sizes = fc.tuple(size, size).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
const indexAndSize = size.chain((n) => fc.tuple(fc.nat({ max: n - 1 }), fc.constant(n)));
const bit = fc.nat({ max: 255 });

/** The proof with one element changed, left out, doubled or two swapped: never the proof itself. */
function manglings(proof: readonly Hash[], at: number, flippedBit: number): Hash[][] {
  const n = proof.length === 0 ? 0 : at % proof.length;
  const extra = [...proof.slice(0, n), flipped(leaves[0]!, flippedBit), ...proof.slice(n)];
  const short = [...proof.slice(0, n), proof[n]?.subarray(1) ?? Buffer.of(1), ...proof.slice(n + 1)];
  if (proof.length === 0) return [extra, short];
  const swapped = [...proof.slice(1), proof[0]!];
  return [
    extra,
    short,
    proof.with(n, flipped(proof[n]!, flippedBit)),
    proof.toSpliced(n, 1),
    [...proof, proof[n]!],
    ...(proof.length > 1 ? [swapped] : []),
  ];
}

describe('an inclusion proof', () => {
  it('holds for every leaf of every tree', () => {
    fc.assert(
      fc.property(indexAndSize, ([index, n]) => {
        const proof = inclusionProof(index, n, hashAt);
        expect(inclusionHolds(leaves[index]!, index, treeOf(n), proof)).toBe(true);
      }),
    );
  });

  it('fails for any other leaf, index, size, root or proof', () => {
    fc.assert(
      fc.property(
        indexAndSize,
        fc.nat({ max: maxSize - 1 }),
        size,
        bit,
        ([index, n], other, otherSize, b) => {
          const [leaf, tree, proof] = [leaves[index]!, treeOf(n), inclusionProof(index, n, hashAt)];
          expect(inclusionHolds(flipped(leaf, b), index, tree, proof)).toBe(false);
          expect(inclusionHolds(leaf, index, { size: n, root: flipped(tree.root, b) }, proof)).toBe(false);
          fc.pre(other !== index && otherSize !== n);
          expect(inclusionHolds(leaves[other]!, index, tree, proof)).toBe(false);
          expect(inclusionHolds(leaf, other, tree, proof)).toBe(false);
          expect(inclusionHolds(leaf, index, treeOf(otherSize), proof)).toBe(false);
          for (const mangled of manglings(proof, other, b)) {
            expect(inclusionHolds(leaf, index, tree, mangled)).toBe(false);
          }
        },
      ),
    );
  });

  it('fails for a tree that is said to be lower or higher than the proof is long', () => {
    const { root } = treeOf(8);
    expect(inclusionHolds(leaves[4]!, 0, { size: 4, root }, inclusionProof(4, 8, hashAt))).toBe(false);
    expect(inclusionHolds(leaves[0]!, 0, { size: 16, root }, inclusionProof(0, 8, hashAt))).toBe(false);
  });

  it('fails outside the tree', () => {
    const tree = treeOf(1);
    expect(inclusionHolds(leaves[0]!, 0, tree, [])).toBe(true);
    for (const index of [1, -1, 0.5, Number.NaN, 2 ** 53]) {
      expect(inclusionHolds(leaves[0]!, index, tree, [])).toBe(false);
    }
    expect(inclusionHolds(emptyRoot(), 0, { size: 0, root: emptyRoot() }, [])).toBe(false);
    expect(inclusionHolds(tree.root, 0, { size: 2 ** 53, root: tree.root }, [])).toBe(false);
  });
});

describe('a consistency proof', () => {
  it('holds for every two trees of one log', () => {
    fc.assert(
      fc.property(sizes, ([first, second]) => {
        const proof = consistencyProof(first, second, hashAt);
        expect(consistencyHolds(treeOf(first), treeOf(second), proof)).toBe(true);
      }),
    );
  });

  it('fails for any other size, root or proof', () => {
    fc.assert(
      fc.property(sizes, size, fc.nat(), bit, ([first, second], other, at, b) => {
        const [one, two, proof] = [treeOf(first), treeOf(second), consistencyProof(first, second, hashAt)];
        expect(consistencyHolds({ ...one, root: flipped(one.root, b) }, two, proof)).toBe(false);
        expect(consistencyHolds(one, { ...two, root: flipped(two.root, b) }, proof)).toBe(false);
        for (const mangled of manglings(proof, at, b)) {
          expect(consistencyHolds(one, two, mangled)).toBe(false);
        }
        fc.pre(other !== first && other !== second);
        expect(consistencyHolds(treeOf(other), two, proof)).toBe(false);
        expect(consistencyHolds(one, treeOf(other), proof)).toBe(false);
      }),
    );
  });

  it('fails where a leaf of the first tree was changed afterwards', () => {
    fc.assert(
      fc.property(sizes, fc.nat(), ([first, second], at) => {
        const changed = leaves.slice(0, second).with(at % first, flipped(leaves[at % first]!));
        const forged = hashesOf(changed);
        const tree = { size: second, root: rootAt(second, forged) };
        expect(consistencyHolds(treeOf(first), tree, consistencyProof(first, second, forged))).toBe(false);
      }),
      { numRuns: 40 },
    );
  });

  it('fails for trees that are said to be lower or higher than the proof is long', () => {
    const [seven, eight, proof] = [treeOf(7).root, treeOf(8).root, consistencyProof(7, 8, hashAt)];
    expect(consistencyHolds({ size: 3, root: seven }, { size: 4, root: eight }, proof)).toBe(false);
    expect(consistencyHolds(treeOf(7), { size: 16, root: eight }, proof)).toBe(false);
  });

  it('from the empty tree is empty', () => {
    const empty = { size: 0, root: emptyRoot() };
    expect(consistencyHolds(empty, empty, [])).toBe(true);
    expect(consistencyHolds(empty, treeOf(3), [])).toBe(true);
    expect(consistencyHolds(empty, treeOf(3), [leaves[0]!])).toBe(false);
    expect(consistencyHolds({ size: 0, root: leaves[0]! }, treeOf(3), [])).toBe(false);
    expect(consistencyHolds(empty, { size: 3, root: Buffer.alloc(31) }, [])).toBe(false);
    expect(consistencyHolds(empty, { size: 0, root: leaves[0]! }, [])).toBe(false);
  });

  it('from a tree to itself is empty', () => {
    expect(consistencyHolds(treeOf(5), treeOf(5), [])).toBe(true);
    expect(consistencyHolds(treeOf(5), { size: 5, root: leaves[0]! }, [])).toBe(false);
    expect(consistencyHolds(treeOf(5), treeOf(5), [treeOf(5).root])).toBe(false);
  });

  it('fails backwards, and for what is no size', () => {
    expect(consistencyHolds(treeOf(5), treeOf(4), [])).toBe(false);
    for (const n of [-1, 0.5, Number.NaN, 2 ** 53]) {
      expect(consistencyHolds({ ...treeOf(1), size: n }, treeOf(5), [])).toBe(false);
      expect(consistencyHolds(treeOf(1), { ...treeOf(5), size: n }, consistencyProof(1, 5, hashAt))).toBe(
        false,
      );
    }
  });
});

describe('the checksum database of Go', () => {
  const [head = '', checkpoint = ''] = sumProof.split('\n\n');
  const proof = head
    .split('\n')
    .slice(2)
    .map((line) => Buffer.from(line, 'base64'));
  const [, leafCount, root = ''] = checkpoint.split('\n');
  const tree = { size: Number(leafCount), root: Buffer.from(root, 'base64') };

  it('proves one of its 58 million leaves', () => {
    expect(tree.size).toBe(58_253_265);
    expect(inclusionHolds(leafHash(sumLeaf), 43_930_254, tree, proof)).toBe(true);
    expect(inclusionHolds(leafHash(sumLeaf), 43_930_255, tree, proof)).toBe(false);
    expect(inclusionHolds(leafHash(`${sumLeaf}\n`), 43_930_254, tree, proof)).toBe(false);
  });
});
