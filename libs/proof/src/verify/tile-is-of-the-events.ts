import { hashBytes } from '../merkle.js';
import type { BuiltTile } from '../tile-builder.js';
import { tilePath, tileWidth } from '../tile.js';
import { fail } from './failure.js';
import type { LogSoFar } from './log-so-far.js';

/**
 * The tiles that were kept when the tree grew are those that the events make now. Where the lowest row differs, it
 * tells which event is not the one that was hashed then.
 */
export function tileIsOfTheEvents([tile, made]: BuiltTile, kept: Uint8Array, log: LogSoFar): void {
  if (Buffer.compare(made, kept) === 0) return;
  const path = tilePath(tile);
  if (tile.level > 0 || kept.length !== made.length) fail('tile-differs', { tile: path });
  const byte = made.findIndex((value, n) => value !== kept[n]);
  const place = tile.index * tileWidth + Math.floor(byte / hashBytes) + 1;
  fail('event-not-in-the-tree', { ...log.nameAt(place), tile: path });
}
