import { hashBytes, type Hash, type HashAt } from './merkle.js';
import { tileHeight, tileWidth, tileWith, type HashTile } from './tile.js';
import { rootOf } from './tree-hasher.js';

/** The content of a tile is not what its name says. */
export class TileError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'TileError';
  }
}

/** The hashes of a tile, from its content. */
export function tileHashes({ width }: HashTile, content: Uint8Array): Hash[] {
  if (content.length !== width * hashBytes) {
    throw new TileError(`A tile of ${width} hashes has ${width * hashBytes} bytes, not ${content.length}.`);
  }
  return Array.from({ length: width }, (_, i) => content.subarray(i * hashBytes, (i + 1) * hashBytes));
}

/** Answers for every complete subtree of a tree of that size from its tiles. */
export function hashAtFromTiles(size: number, read: (tile: HashTile) => Uint8Array): HashAt {
  return (level, index) => {
    // A tile holds each eighth row; what stands between two rows is hashed from the lower one.
    const below = 2 ** (level % tileHeight);
    const first = index * below;
    const tile = tileWith(size, Math.floor(level / tileHeight), first);
    const start = first % tileWidth;
    return rootOf(tileHashes(tile, read(tile)).slice(start, start + below));
  };
}

/** The tiles which something needs that is computed of a tree: for those who cannot read a tile on the spot. */
export function tilesRead(size: number, compute: (hashAt: HashAt) => unknown): HashTile[] {
  const tiles = new Map<string, HashTile>();
  const anyHash = new Uint8Array(hashBytes);
  compute((level, index) => {
    const tile = tileWith(size, Math.floor(level / tileHeight), index * 2 ** (level % tileHeight));
    tiles.set(`${tile.level}/${tile.index}`, tile);
    return anyHash;
  });
  return [...tiles.values()];
}
