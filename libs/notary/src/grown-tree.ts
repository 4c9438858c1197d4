import {
  hashAtFromTiles,
  partialTiles,
  TileBuilder,
  TreeHasher,
  type BuiltTile,
  type Hash,
  type HashTile,
} from '#libs/proof';

/** A tree after leaves were added to it. */
export interface GrownTree {
  readonly size: number;
  readonly root: Hash;
  /** The tiles that are new or wider than before. */
  readonly tiles: readonly BuiltTile[];
}

/** Adds leaves to a tree of that size, of which only the partial tiles are read. */
export function grownTree(
  size: number,
  read: (tile: HashTile) => Uint8Array,
  leaves: readonly Hash[],
): GrownTree {
  const full: BuiltTile[] = [];
  const builder = TileBuilder.from(size, read, (...built) => void full.push(built));
  const hasher = TreeHasher.from(size, hashAtFromTiles(size, read), builder.completed);
  for (const leaf of leaves) hasher.append(leaf);
  const before = new Map(partialTiles(size).map(({ level, index, width }) => [`${level}/${index}`, width]));
  const partial = builder
    .partial(hasher.size)
    .filter(([{ level, index, width }]) => before.get(`${level}/${index}`) !== width);
  return { size: hasher.size, root: hasher.root(), tiles: [...full, ...partial] };
}
