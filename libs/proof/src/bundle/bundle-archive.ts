import { createHash } from 'node:crypto';
import { archiveEnd, archiveHeader, archivePadding } from '../archive.js';
import { partialTiles, tilePath, type HashTile } from '../tile.js';
import { ErasureList } from './erasure-list.js';
import { eventLine, type EventTexts } from './event-line.js';
import { filesOf, tilesFilledBy } from './files-of-events.js';
import { bundleHeadText, readModelHeadText, type BundleHead } from './head.js';
import {
  checkpointName,
  erasuresName,
  eventsAFile,
  eventsName,
  headName,
  readModelName,
  sumsName,
} from './names.js';
import { sumLine } from './sums.js';

/** What a bundle is made of. */
export interface BundleParts {
  readonly head: BundleHead;
  /** The signed note, of a tree of `head.size` events. */
  readonly checkpoint: string;
  /** The log in its order, in pages of any length. What it has beyond `head.size` is left out. */
  readonly events: AsyncIterable<readonly EventTexts[]>;
  /** The hashes of a tile, as they were kept when the tree grew. */
  readonly tile: (tile: HashTile) => Promise<Uint8Array>;
  /** The lines of a read model's documents, each with its end, in pieces of any length. */
  readonly documents: (readModel: string) => readonly Uint8Array[];
  /** Told after every file of events how many have been written. */
  readonly onProgress?: (events: number) => void;
}

/**
 * Writes a bundle, an entry at a time, when whoever reads it is ready for more. Judges nothing: what the log lacks is
 * missing in the bundle as well, and whoever verifies it will see that.
 */
export async function* bundleArchive(parts: BundleParts): AsyncGenerator<Uint8Array, void, void> {
  const { head, checkpoint } = parts;
  const sums: string[] = [];
  const entry = (name: string, ...content: readonly Uint8Array[]) => {
    sums.push(sumLine({ name, digest: sumOf(content) }));
    return archived(name, content);
  };
  yield* entry(headName, Buffer.from(bundleHeadText(head)));
  yield* entry(checkpointName, Buffer.from(checkpoint));
  const erasures = new ErasureList(head.municipality);
  let file = 0;
  for await (const events of filesOf(parts.events, head.size)) {
    erasures.take(events);
    yield* entry(eventsName(file), Buffer.from(events.map((event) => `${eventLine(event)}\n`).join('')));
    file += 1;
    parts.onProgress?.(Math.min(file * eventsAFile, head.size));
    for (const tile of tilesFilledBy(file, head.size)) yield* entry(tilePath(tile), await parts.tile(tile));
  }
  for (const tile of partialTiles(head.size)) yield* entry(tilePath(tile), await parts.tile(tile));
  yield* entry(erasuresName, Buffer.from(erasures.text()));
  for (const readModel of head.readModels) {
    const first = Buffer.from(`${readModelHeadText(readModel)}\n`);
    yield* entry(readModelName(readModel.name), first, ...parts.documents(readModel.name));
  }
  yield* archived(sumsName, [Buffer.from(sums.join(''))]);
  yield archiveEnd();
}

function* archived(name: string, content: readonly Uint8Array[]): Generator<Uint8Array, void, void> {
  const size = content.reduce((bytes, { length }) => bytes + length, 0);
  yield archiveHeader(name, size);
  yield* content;
  yield archivePadding(size);
}

function sumOf(content: readonly Uint8Array[]): string {
  const hash = createHash('sha256');
  for (const piece of content) hash.update(piece);
  return hash.digest('hex');
}
