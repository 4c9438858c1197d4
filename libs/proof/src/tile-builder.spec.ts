import fc from 'fast-check';
import { rootAt } from './merkle.js';
import { consistencyProof, inclusionProof } from './merkle-proof.js';
import { distinctLeaves, hashesOf } from './testing/index.js';
import { tilePath, tilesOf, type HashTile } from './tile.js';
import { TileBuilder } from './tile-builder.js';
import { hashAtFromTiles, TileError, tileHashes, tilesRead } from './tile-hashes.js';
import { rootOf, TreeHasher } from './tree-hasher.js';

/** Enough for a full tile at level 1. */
const maxSize = 66_000;
const leaves = distinctLeaves(maxSize);
const hashAt = hashesOf(leaves);
const size = fc.nat({ max: 2000 });

/** Tiles by path, as somebody keeps them. */
class Shelf {
  readonly tiles = new Map<string, Uint8Array>();
  readonly put = (tile: HashTile, content: Uint8Array) => void this.tiles.set(tilePath(tile), content);
  readonly read = (tile: HashTile) => {
    const content = this.tiles.get(tilePath(tile));
    if (!content) throw new Error(`There is no ${tilePath(tile)}.`);
    return content;
  };

  /** Grows a tree by these leaves, from the tiles that stand here. */
  grow(from: number, to: number): void {
    const builder = TileBuilder.from(from, this.read, this.put);
    const hasher = TreeHasher.from(from, hashAtFromTiles(from, this.read), builder.completed);
    for (const leaf of leaves.slice(from, to)) hasher.append(leaf);
    for (const built of builder.partial(to)) this.put(...built);
  }
}

const shelfOf = (...sizes: readonly number[]) => {
  const shelf = new Shelf();
  [0, ...sizes].reduce((from, to) => (shelf.grow(from, to), to));
  return shelf;
};

describe('tiles', () => {
  it('are exactly those of the tree, with the hashes of its rows', () => {
    const { tiles } = shelfOf(maxSize);
    expect([...tiles.keys()].toSorted()).toEqual([...tilesOf(maxSize)].map(tilePath).toSorted());
    for (const tile of tilesOf(maxSize)) {
      const hashes = tileHashes(tile, tiles.get(tilePath(tile))!);
      const first = tile.index * 256;
      expect(hashes[0]).toEqual(hashAt(8 * tile.level, first));
      expect(hashes.at(-1)).toEqual(hashAt(8 * tile.level, first + tile.width - 1));
    }
  });

  it('are told of when they are full, a lower level before a higher', () => {
    const filled: string[] = [];
    const builder = new TileBuilder((tile) => filled.push(tilePath(tile)));
    const hasher = new TreeHasher(builder.completed);
    for (const leaf of leaves.slice(0, 65_536)) hasher.append(leaf);
    expect(filled).toHaveLength(257);
    expect(filled.slice(254)).toEqual(['tile/0/254', 'tile/0/255', 'tile/1/000']);
    expect(builder.partial(65_536).map(([tile]) => tilePath(tile))).toEqual(['tile/2/000.p/1']);
  });

  it('are the same however the tree has grown', () => {
    fc.assert(
      fc.property(fc.array(size, { minLength: 1, maxLength: 4 }), (sizes) => {
        const rising = sizes.toSorted((a, b) => a - b);
        const end = rising.at(-1)!;
        const [grown, atOnce] = [shelfOf(...rising), shelfOf(end)];
        for (const tile of tilesOf(end)) expect(grown.read(tile)).toEqual(atOnce.read(tile));
      }),
      { numRuns: 10 },
    );
  });

  it('answer for the root and every proof', () => {
    fc.assert(
      fc.property(size, fc.nat(), fc.nat(), (n, a, b) => {
        const fromTiles = hashAtFromTiles(n, shelfOf(n).read);
        expect(Buffer.from(rootAt(n, fromTiles))).toEqual(rootOf(leaves.slice(0, n)));
        fc.pre(n > 0);
        expect(inclusionProof(a % n, n, fromTiles).map(hex)).toEqual(
          inclusionProof(a % n, n, hashAt).map(hex),
        );
        expect(consistencyProof(b % n, n, fromTiles).map(hex)).toEqual(
          consistencyProof(b % n, n, hashAt).map(hex),
        );
      }),
      { numRuns: 10 },
    );
  });

  it('can be fetched before a proof is made of them', () => {
    const shelf = shelfOf(maxSize);
    const prove = (at: typeof hashAt) => inclusionProof(65_999, maxSize, at);
    const needed = tilesRead(maxSize, prove);
    const fetched = new Map(needed.map((tile) => [tilePath(tile), shelf.read(tile)]));
    expect([...fetched.keys()]).toEqual(['tile/2/000.p/1', 'tile/1/001.p/1', 'tile/0/257.p/208']);
    const read = (tile: HashTile) => fetched.get(tilePath(tile))!;
    expect(prove(hashAtFromTiles(maxSize, read)).map(hex)).toEqual(prove(hashAt).map(hex));
  });

  it('have 32 bytes for each hash', () => {
    const tile = { level: 0, index: 0, width: 3 };
    expect(tileHashes(tile, new Uint8Array(96))).toHaveLength(3);
    for (const length of [0, 95, 97, 128]) {
      expect(() => tileHashes(tile, new Uint8Array(length))).toThrow(TileError);
    }
  });
});

function hex(hash: Uint8Array): string {
  return Buffer.from(hash).toString('hex');
}
