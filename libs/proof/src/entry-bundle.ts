import { TileError } from './tile-hashes.js';

/** What the two bytes of its length can say. */
export const maxEntryBytes = 65_535;

/** Entries as C2SP tlog-tiles bundles them: each after its length in two bytes, the higher first. */
export function entryBundle(entries: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat(
    entries.flatMap((entry) => {
      if (entry.length > maxEntryBytes) {
        throw new TileError(
          `An entry of ${entry.length} bytes is longer than the ${maxEntryBytes} a bundle can hold.`,
        );
      }
      return [Uint8Array.of(entry.length >> 8, entry.length & 0xff), entry];
    }),
  );
}

export function parseEntryBundle(width: number, bundle: Uint8Array): Uint8Array[] {
  const entries: Uint8Array[] = [];
  for (let at = 0; at < bundle.length;) {
    const [high = 0, low = 0] = bundle.subarray(at, at + 2);
    const start = at + 2;
    at = start + high * 256 + low;
    if (at > bundle.length) throw new TileError('The bundle ends within an entry.');
    entries.push(bundle.subarray(start, at));
  }
  if (entries.length === width) return entries;
  throw new TileError(`The bundle has ${entries.length} entries instead of ${width}.`);
}
