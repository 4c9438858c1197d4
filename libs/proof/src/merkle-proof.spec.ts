import { leafHash, rootAt } from './merkle.js';
import { consistencyProof, inclusionProof } from './merkle-proof.js';
import { referenceLeaves, referencePath, referenceConsistency } from './testing/reference-tree.js';
import { hashesOf } from './testing/index.js';

const hex = (hashes: readonly Uint8Array[]) => hashes.map((hash) => Buffer.from(hash).toString('hex'));
const entries = Array.from({ length: 40 }, (_, i) => Buffer.from(`entry ${i}`));
const hashAt = hashesOf(entries.map(leafHash));
const referenceHashAt = hashesOf(referenceLeaves.map(leafHash));

describe('an inclusion proof', () => {
  it.each([
    [
      0,
      [
        '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
      ],
    ],
    [
      5,
      [
        'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
        'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
        'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
      ],
    ],
  ])('of the reference leaf %d is as published', (index, proof) => {
    expect(hex(inclusionProof(index, 8, referenceHashAt))).toEqual(proof);
  });

  it('is PATH of RFC 6962 for every leaf of every tree', () => {
    for (let size = 1; size <= entries.length; size += 1) {
      for (let index = 0; index < size; index += 1) {
        const path = referencePath(index, entries.slice(0, size));
        expect(hex(inclusionProof(index, size, hashAt))).toEqual(hex(path));
      }
    }
  });

  it.each([
    [0, 0],
    [8, 8],
    [-1, 8],
    [0.5, 8],
    [0, 2 ** 53],
  ])('is not made of leaf %p in a tree of %p', (index, size) => {
    expect(() => inclusionProof(index, size, hashAt)).toThrow(RangeError);
  });
});

describe('a consistency proof', () => {
  it.each([
    [
      6,
      8,
      [
        '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
        'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
        'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
      ],
    ],
    [
      2,
      5,
      [
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      ],
    ],
  ])('of %d reference leaves in %d is as published', (first, second, proof) => {
    expect(hex(consistencyProof(first, second, referenceHashAt))).toEqual(proof);
  });

  it('is PROOF of RFC 6962 for every two trees', () => {
    for (let second = 1; second <= entries.length; second += 1) {
      for (let first = 1; first <= second; first += 1) {
        const proof = referenceConsistency(first, entries.slice(0, second));
        expect(hex(consistencyProof(first, second, hashAt))).toEqual(hex(proof));
      }
    }
  });

  it('is empty from the empty tree, and from a tree to itself', () => {
    expect(consistencyProof(0, 0, hashAt)).toEqual([]);
    expect(consistencyProof(0, 7, hashAt)).toEqual([]);
    expect(consistencyProof(7, 7, hashAt)).toEqual([]);
  });

  it.each([
    [8, 7],
    [-1, 7],
    [1, Number.NaN],
  ])('is not made of %p leaves in %p', (first, second) => {
    expect(() => consistencyProof(first, second, hashAt)).toThrow(RangeError);
  });
});

describe('what a proof asks for', () => {
  it('is as many subtrees as the size has bits, and stays exact where sizes go beyond 2^48', () => {
    const asked: string[] = [];
    const record = (level: number, index: number) => {
      asked.push(`${level}/${index}`);
      return leafHash('');
    };
    inclusionProof(2 ** 52, 2 ** 52 + 1, record);
    expect(asked).toEqual(['52/0']);
    expect(rootAt(2 ** 52 + 1, record)).toHaveLength(32);
    expect(asked).toEqual(['52/0', '52/0', `0/${2 ** 52}`]);
  });
});
