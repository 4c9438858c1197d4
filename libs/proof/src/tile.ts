/** Hashes in a full tile: a tile is the lowest row of a subtree of this many leaves. */
export const tileWidth = 256;
/** Levels of the tree that a tile spans. */
export const tileHeight = 8;

const maxTileLevel = 63;

/** A tile of the tree (C2SP tlog-tiles), or a bundle of the entries themselves. */
export interface Tile {
  /** Tile level: its hashes stand at level `8 * level` of the tree. */
  readonly level: number | 'entries';
  readonly index: number;
  /** Hashes or entries in it: 256 in a full one. */
  readonly width: number;
}

/** A tile that holds hashes. */
export interface HashTile extends Tile {
  readonly level: number;
}

/** `tile/0/x001/x234/067.p/112`: groups of three digits, so that no folder grows large; the width where it is partial. */
export function tilePath({ level, index, width }: Tile): string {
  const digits = `${index}`;
  const padded = digits.padStart(Math.ceil(digits.length / 3) * 3, '0');
  const partial = width === tileWidth ? '' : `.p/${width}`;
  return `tile/${level}/${padded.replace(/\d{3}(?=\d)/g, 'x$&/')}${partial}`;
}

const pathPattern = /^tile\/(entries|\d{1,2})\/((?:x\d{3}\/){0,5}\d{3})(?:\.p\/(\d{1,3}))?$/;

/** The tile of that path, or null where no tile has it: each has one spelling. */
export function parseTilePath(path: string): Tile | null {
  const [, level, index = '', width] = pathPattern.exec(path) ?? [];
  const tile: Tile = {
    level: level === 'entries' ? level : Number(level),
    index: Number(index.replace(/[x/]/g, '')),
    width: width === undefined ? tileWidth : Number(width),
  };
  return isTile(tile) && tilePath(tile) === path ? tile : null;
}

function isTile({ level, index, width }: Tile): boolean {
  const possible = level === 'entries' || level <= maxTileLevel;
  return possible && Number.isSafeInteger(index) && width >= 1 && width <= tileWidth;
}

/** How many hashes a tree of that size has at a tile level. */
export function hashCount(size: number, level: number): number {
  return Math.floor(size / tileWidth ** level);
}

/** The tile that holds the hash in that place of a tile level, as wide as it is in a tree of that size. */
export function tileWith(size: number, level: number, place: number): HashTile {
  const index = Math.floor(place / tileWidth);
  return { level, index, width: Math.min(tileWidth, hashCount(size, level) - index * tileWidth) };
}

/** The partial tiles of a tree, by rising level. */
export function partialTiles(size: number): HashTile[] {
  const tiles: HashTile[] = [];
  for (let level = 0, count = size; count > 0; level += 1, count = hashCount(size, level)) {
    const width = count % tileWidth;
    if (width > 0) tiles.push({ level, index: (count - width) / tileWidth, width });
  }
  return tiles;
}

/** Every tile of a tree, level after level. */
export function* tilesOf(size: number): Generator<HashTile> {
  for (let level = 0; hashCount(size, level) > 0; level += 1) {
    const count = hashCount(size, level);
    for (let place = 0; place < count; place += tileWidth) yield tileWith(size, level, place);
  }
}
