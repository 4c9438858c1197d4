import { leafHash } from '../merkle.js';
import { TileBuilder, type BuiltTile } from '../tile-builder.js';
import { TreeHasher } from '../tree-hasher.js';
import type { LoggedEvent } from './logged-event.js';

/** The tree that the events of a bundle make, and the tiles that the bundle must have of it. */
export class TreeOfTheEvents {
  private full: BuiltTile[] = [];
  private readonly tiles = new TileBuilder((tile, content) => void this.full.push([tile, content]));
  private readonly hasher = new TreeHasher(this.tiles.completed);

  get size(): number {
    return this.hasher.size;
  }

  append({ texts }: LoggedEvent): void {
    this.hasher.append(leafHash(texts.envelope));
  }

  root(): Uint8Array {
    return this.hasher.root();
  }

  /** The tiles that have become full since this was asked last. */
  takeFull(): readonly BuiltTile[] {
    const { full } = this;
    this.full = [];
    return full;
  }

  partial(): readonly BuiltTile[] {
    return this.tiles.partial(this.size);
  }
}
