import fc from 'fast-check';
import { parseTilePath, partialTiles, tilePath, tilesOf, tileWith, type Tile } from './tile.js';

const anyTile: fc.Arbitrary<Tile> = fc.record({
  level: fc.oneof(fc.constant('entries' as const), fc.integer({ min: 0, max: 63 })),
  index: fc.oneof(fc.nat({ max: 2000 }), fc.maxSafeNat()),
  width: fc.integer({ min: 1, max: 256 }),
});

describe('the path of a tile', () => {
  it.each([
    [{ level: 0, index: 0, width: 256 }, 'tile/0/000'],
    [{ level: 0, index: 999, width: 1 }, 'tile/0/999.p/1'],
    [{ level: 1, index: 1000, width: 256 }, 'tile/1/x001/000'],
    [{ level: 63, index: 1_234_067, width: 255 }, 'tile/63/x001/x234/067.p/255'],
    [{ level: 'entries', index: 273, width: 112 }, 'tile/entries/273.p/112'],
  ] as const)('of %j is %s', (tile, path) => {
    expect(tilePath(tile)).toBe(path);
    expect(parseTilePath(path)).toEqual(tile);
  });

  it('is read back as the tile', () => {
    fc.assert(
      fc.property(anyTile, (tile) => {
        expect(parseTilePath(tilePath(tile))).toEqual(tile);
      }),
    );
  });

  it.each([
    '',
    'tile/0',
    'tile/0/0',
    'tile/0/00',
    'tile/0/0000',
    'tile/00/000',
    'tile/01/000',
    'tile/64/000',
    'tile/-1/000',
    'tile/data/000',
    'tile/0/001/000',
    'tile/0/x000/001',
    'tile/0/x001',
    'tile/0/x001/x000',
    'tile/0/X001/000',
    'tile/0/000.p/0',
    'tile/0/000.p/01',
    'tile/0/000.p/256',
    'tile/0/000.p/',
    'tile/0/000.p/1/',
    '/tile/0/000',
    'tile/0/000\n',
    'tile/0/٠٠٠',
    'tile/0/x009/x007/x199/x254/x740/992',
    `tile/0/${'x001/'.repeat(1000)}000`,
  ])('is not %j', (path) => {
    expect(parseTilePath(path)).toBeNull();
  });
});

describe('the tiles of a tree', () => {
  it('are for 70 000 leaves as the specification counts them', () => {
    const tiles = [...tilesOf(70_000)];
    const level0 = tiles.filter(({ level }) => level === 0);
    expect(level0).toHaveLength(274);
    expect(level0.slice(0, 273).every(({ width }) => width === 256)).toBe(true);
    expect(level0.map(({ index }) => index)).toEqual(Array.from({ length: 274 }, (_, i) => i));
    expect(tiles.slice(273)).toEqual([
      { level: 0, index: 273, width: 112 },
      { level: 1, index: 0, width: 256 },
      { level: 1, index: 1, width: 17 },
      { level: 2, index: 0, width: 1 },
    ]);
    expect(partialTiles(70_000)).toEqual(tiles.filter(({ width }) => width < 256));
  });

  it.each([
    [0, []],
    [1, ['tile/0/000.p/1']],
    [255, ['tile/0/000.p/255']],
    [256, ['tile/0/000', 'tile/1/000.p/1']],
    [257, ['tile/0/000', 'tile/0/001.p/1', 'tile/1/000.p/1']],
  ])('of %d leaves are %j', (size, paths) => {
    expect([...tilesOf(size)].map(tilePath)).toEqual(paths);
    expect(partialTiles(size).map(tilePath)).toEqual(paths.filter((path) => path.includes('.p/')));
  });

  it('are where each hash is looked for', () => {
    expect(tileWith(70_000, 0, 69_999)).toEqual({ level: 0, index: 273, width: 112 });
    expect(tileWith(70_000, 0, 255)).toEqual({ level: 0, index: 0, width: 256 });
    expect(tileWith(70_000, 1, 256)).toEqual({ level: 1, index: 1, width: 17 });
    expect(tileWith(2 ** 52 + 1, 0, 2 ** 52)).toEqual({ level: 0, index: 2 ** 44, width: 1 });
  });
});
