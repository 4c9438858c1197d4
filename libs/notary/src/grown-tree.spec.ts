import fc from 'fast-check';
import { rootOf, tilePath, type BuiltTile, type Hash, type HashTile } from '#libs/proof';
import { distinctLeaves } from '#libs/proof/testing';
import { grownTree } from './grown-tree.js';

/** Tiles as a database keeps them: the last content of each. */
class KeptTiles {
  private readonly contents = new Map<string, Uint8Array>();

  readonly read = ({ level, index }: HashTile) => this.contents.get(`${level}/${index}`) ?? new Uint8Array();

  keep(tiles: readonly BuiltTile[]): void {
    for (const [{ level, index }, content] of tiles) this.contents.set(`${level}/${index}`, content);
  }

  all(): ReadonlyMap<string, Uint8Array> {
    return new Map([...this.contents].toSorted(([a], [b]) => (a < b ? -1 : 1)));
  }
}

function grow(steps: readonly (readonly Hash[])[]) {
  const tiles = new KeptTiles();
  let [size, root] = [0, rootOf([])];
  for (const leaves of steps) {
    const tree = grownTree(size, tiles.read, leaves);
    tiles.keep(tree.tiles);
    [size, root] = [tree.size, tree.root];
  }
  return { size, root, tiles: tiles.all() };
}

describe('a tree that grows', () => {
  it('is the same in whatever steps it has grown', () => {
    const leaves = distinctLeaves(1_500);
    const atOnce = grow([leaves]);
    expect(atOnce.root).toEqual(rootOf(leaves));
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1_500 }), { maxLength: 12 }), (cuts) => {
        const edges = [0, ...cuts.toSorted((a, b) => a - b), 1_500];
        const steps = edges.slice(1).map((end, n) => leaves.slice(edges[n], end));
        expect(grow(steps)).toEqual(atOnce);
      }),
      { numRuns: 30 },
    );
  });

  it('fills tiles of every level', () => {
    const leaves = distinctLeaves(65_537);
    const { root, tiles } = grow([leaves.slice(0, 65_535), leaves.slice(65_535)]);
    expect(root).toEqual(rootOf(leaves));
    expect([...tiles.keys()].filter((key) => !key.startsWith('0/'))).toEqual(['1/0', '2/0']);
    expect(tiles.get('2/0')).toEqual(rootOf(leaves.slice(0, 65_536)));
    expect(tiles.get('0/256')).toEqual(leaves[65_536]);
  });

  it('writes no tile that is what it was', () => {
    const first = distinctLeaves(300);
    const tiles = new KeptTiles();
    tiles.keep(grownTree(0, tiles.read, first).tiles);
    const paths = (leaves: readonly Hash[]) =>
      grownTree(300, tiles.read, leaves).tiles.map(([tile]) => tilePath(tile));
    expect(paths([])).toEqual([]);
    expect(paths(first.slice(0, 1))).toEqual(['tile/0/001.p/45']);
    expect(paths(first.slice(0, 212))).toEqual(['tile/0/001', 'tile/1/000.p/2']);
  });

  it('is not grown from tiles that are not its own', () => {
    const tiles = new KeptTiles();
    tiles.keep(grownTree(0, tiles.read, distinctLeaves(10)).tiles);
    expect(() => grownTree(11, tiles.read, distinctLeaves(1))).toThrow('A tile of 11 hashes has');
  });
});
