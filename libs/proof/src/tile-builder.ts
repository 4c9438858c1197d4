import type { Hash } from './merkle.js';
import { partialTiles, tileHeight, tileWidth, type HashTile } from './tile.js';
import { tileHashes } from './tile-hashes.js';
import type { Completed } from './tree-hasher.js';

/** A tile and the bytes of its hashes. */
export type BuiltTile = readonly [tile: HashTile, content: Uint8Array];

/** Gathers the subtrees that a {@link TreeHasher} completes into tiles, holding one unfinished tile a level. */
export class TileBuilder {
  private readonly rows: Hash[][] = [];

  /** `filled` is given every full tile as soon as it is one, a lower level before a higher one. */
  constructor(private readonly filled: (...built: BuiltTile) => void) {}

  /** Goes on where a tree of that size was left, from its partial tiles. */
  static from(
    size: number,
    read: (tile: HashTile) => Uint8Array,
    filled: (...built: BuiltTile) => void,
  ): TileBuilder {
    const builder = new TileBuilder(filled);
    for (const tile of partialTiles(size)) builder.rows[tile.level] = tileHashes(tile, read(tile));
    return builder;
  }

  /** To be handed to the {@link TreeHasher}. */
  readonly completed: Completed = (level, index, hash) => {
    if (level % tileHeight !== 0) return;
    const tileLevel = level / tileHeight;
    const row = (this.rows[tileLevel] ??= []);
    row.push(hash);
    if (row.length < tileWidth) return;
    this.rows[tileLevel] = [];
    this.filled(
      { level: tileLevel, index: (index + 1) / tileWidth - 1, width: tileWidth },
      Buffer.concat(row),
    );
  };

  /** What is not full yet in a tree of that size, by rising level. */
  partial(size: number): BuiltTile[] {
    return partialTiles(size).map((tile) => [tile, Buffer.concat(this.rows[tile.level] ?? [])]);
  }
}
