import { leafHash, rootAt } from './merkle.js';
import { referenceLeaves, referenceRoot, referenceRoots } from './testing/reference-tree.js';
import { hashesOf } from './testing/index.js';
import { rootOf, TreeHasher } from './tree-hasher.js';

const hex = (hash: Uint8Array) => Buffer.from(hash).toString('hex');
const entries = Array.from({ length: 300 }, (_, i) => Buffer.from(`entry ${i}`));
const leaves = entries.map(leafHash);

describe('the root of a tree', () => {
  it.each(referenceRoots.map((root, size) => [size, root] as const))(
    'of the first %d reference leaves is as published',
    (size, root) => {
      const first = referenceLeaves.slice(0, size).map(leafHash);
      expect(hex(rootOf(first))).toBe(root);
      expect(hex(rootAt(size, hashesOf(first)))).toBe(root);
      expect(referenceRoot(referenceLeaves.slice(0, size)).toString('hex')).toBe(root);
    },
  );

  it('is at every size what RFC 6962 defines', () => {
    const hasher = new TreeHasher();
    const hashAt = hashesOf(leaves);
    for (const [i, leaf] of leaves.entries()) {
      hasher.append(leaf);
      const root = referenceRoot(entries.slice(0, i + 1)).toString('hex');
      expect(hasher.size).toBe(i + 1);
      expect(hex(hasher.root())).toBe(root);
      expect(hex(rootAt(i + 1, hashAt))).toBe(root);
    }
  });

  it('takes text as UTF-8', () => {
    expect(leafHash('§ 46')).toEqual(leafHash(Buffer.from('§ 46', 'utf8')));
  });
});

describe('a tree that grows', () => {
  it('tells of each complete subtree once, in the order in which they are completed', () => {
    const heard: string[] = [];
    const hasher = new TreeHasher((level, index) => heard.push(`${level}/${index}`));
    for (const leaf of leaves.slice(0, 5)) hasher.append(leaf);
    expect(heard).toEqual(['0/0', '0/1', '1/0', '0/2', '0/3', '1/1', '2/0', '0/4']);
  });

  it('goes on from any size at which it was left', () => {
    const hashAt = hashesOf(leaves);
    const whole = hex(rootOf(leaves));
    for (let size = 0; size <= leaves.length; size += 1) {
      const hasher = TreeHasher.from(size, hashAt);
      expect(hasher.size).toBe(size);
      for (const leaf of leaves.slice(size)) hasher.append(leaf);
      expect(hex(hasher.root())).toBe(whole);
    }
  });

  it('keeps one hash for each bit of its size, far beyond 32 bits', () => {
    const asked: string[] = [];
    const size = 2 ** 52 + 2 ** 33 + 1;
    const hasher = TreeHasher.from(size, (level, index) => {
      asked.push(`${level}/${index}`);
      return leafHash('');
    });
    expect(asked).toEqual([`0/${2 ** 52 + 2 ** 33}`, `33/${2 ** 19}`, '52/0']);

    const places: string[] = [];
    const heard = TreeHasher.from(
      2 ** 52 - 1,
      () => leafHash(''),
      (level, index) => places.push(`${level}/${index}`),
    );
    heard.append(leafHash(''));
    expect(places.at(0)).toBe(`0/${2 ** 52 - 1}`);
    expect(places.at(-1)).toBe('52/0');
    expect(hex(hasher.root())).not.toBe(hex(heard.root()));
  });
});
