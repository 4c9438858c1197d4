import fc from 'fast-check';
import { entryBundle, maxEntryBytes, parseEntryBundle } from './entry-bundle.js';
import { TileError } from './tile-hashes.js';

const bytes = (...values: readonly number[]) => Uint8Array.from(values);

describe('a bundle of entries', () => {
  it('is each entry after its length', () => {
    expect(Buffer.from(entryBundle([bytes(7, 8), bytes(), new Uint8Array(258)])).toString('hex')).toBe(
      `0002070800000102${'00'.repeat(258)}`,
    );
  });

  it('is read back as the entries', () => {
    const entries = fc.array(fc.uint8Array({ maxLength: 700 }), { maxLength: 256 });
    fc.assert(
      fc.property(entries, (given) => {
        const read = parseEntryBundle(given.length, entryBundle(given));
        expect(read.map((entry) => [...entry])).toEqual(given.map((entry) => [...entry]));
      }),
    );
  });

  it('holds no entry whose length two bytes cannot say', () => {
    const longest = new Uint8Array(maxEntryBytes);
    expect(parseEntryBundle(1, entryBundle([longest]))[0]).toHaveLength(maxEntryBytes);
    expect(() => entryBundle([new Uint8Array(maxEntryBytes + 1)])).toThrow(TileError);
  });

  it.each([
    ['half a length', bytes(0, 0, 0), 'The bundle ends within an entry.'],
    ['half an entry', bytes(0, 2, 9), 'The bundle ends within an entry.'],
    ['too few entries', bytes(), 'The bundle has 0 entries instead of 1.'],
    ['too many entries', bytes(0, 0, 0, 0), 'The bundle has 2 entries instead of 1.'],
  ])('is refused with %s', (_name, bundle, why) => {
    expect(() => parseEntryBundle(1, bundle)).toThrow(new TileError(why));
  });
});
