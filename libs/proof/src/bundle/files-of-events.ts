import { tileWidth, type HashTile } from '../tile.js';
import type { EventTexts } from './event-line.js';
import { eventsAFile } from './names.js';

/**
 * The first `size` events, a file of them at a time. Where the log has fewer, the last files are short or empty: a
 * bundle has the files that its size tells.
 */
export async function* filesOf(
  pages: AsyncIterable<readonly EventTexts[]>,
  size: number,
): AsyncGenerator<readonly EventTexts[], void, void> {
  const files = Math.ceil(size / eventsAFile);
  let file: EventTexts[] = [];
  let written = 0;
  const due = () => Math.min(eventsAFile, size - written * eventsAFile);
  for await (const page of pages) {
    for (const event of page) {
      file.push(event);
      if (file.length < due()) continue;
      yield file;
      file = [];
      written += 1;
      if (written === files) return;
    }
  }
  for (; written < files; written += 1) {
    yield file;
    file = [];
  }
}

/** The tiles that become full with the last event of so many files, by rising level. */
export function tilesFilledBy(files: number, size: number): readonly HashTile[] {
  const tiles: HashTile[] = [];
  if (files * eventsAFile > size) return tiles;
  for (let [level, count] = [0, files]; ; level += 1, count /= tileWidth) {
    tiles.push({ level, index: count - 1, width: tileWidth });
    if (count % tileWidth !== 0) return tiles;
  }
}
