import fc from 'fast-check';
import { archiveEnd, ArchiveError, archiveHeader, archivePadding, parseArchiveHeader } from './archive.js';

/** What GNU tar writes with --format=ustar --owner=0 --group=0 --numeric-owner --mode=644 --mtime=@0, from byte 100. */
const tarHeader =
  '0000644\x000000000\x000000000\x0000000000004\x0000000000000\x00012437\x00 0' +
  `${'\0'.repeat(100)}ustar\x0000${'\0'.repeat(64)}0000000\x000000000\x00${'\0'.repeat(167)}`;
const name = 'events/000000.ndjson';
const header = archiveHeader(name, 4);

describe('the header of a file in an archive', () => {
  it('is the one that tar writes', () => {
    expect(Buffer.from(header).toString('latin1')).toBe(name.padEnd(100, '\0') + tarHeader);
    expect(header).toHaveLength(512);
  });

  it('is read back', () => {
    const size = fc.oneof(fc.nat(), fc.integer({ min: 0, max: 8 ** 11 - 1 }));
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-z0-9_-][a-z0-9._-]{0,40}(\/[a-z0-9-]{1,20}){0,2}$/),
        size,
        (path, bytes) => {
          expect(parseArchiveHeader(archiveHeader(path, bytes))).toEqual({ name: path, size: bytes });
        },
      ),
    );
  });

  it('is refused where any byte of it is another', () => {
    for (let at = 0; at < header.length; at += 1) {
      for (const bits of [1, 2, 4, 8, 16, 32, 64, 128]) {
        const changed = Uint8Array.from(header);
        changed[at]! ^= bits;
        expect(parseArchiveHeader(changed)).toBeNull();
      }
    }
  });

  it.each([
    '',
    '/a',
    'a/',
    'a//b',
    '.',
    '..',
    'a/../b',
    './a',
    '.a',
    'a b',
    'å',
    'a\0',
    'a\n',
    'x'.repeat(101),
  ])('has no name %j', (wrong) => {
    expect(() => archiveHeader(wrong, 0)).toThrow(ArchiveError);
  });

  it.each([-1, 0.5, Number.NaN, 8 ** 11])('has no size %p', (size) => {
    expect(() => archiveHeader('a', size)).toThrow(ArchiveError);
  });

  it('has the longest name and the greatest size in their fields', () => {
    const longest = 'x'.repeat(100);
    expect(parseArchiveHeader(archiveHeader(longest, 8 ** 11 - 1))).toEqual({
      name: longest,
      size: 8 ** 11 - 1,
    });
  });
});

describe('what stands between and after files', () => {
  it.each([
    [0, 0],
    [1, 511],
    [511, 1],
    [512, 0],
    [513, 511],
  ])('a file of %d bytes is followed by %d zeros', (size, padding) => {
    expect([...archivePadding(size)]).toEqual(Array(padding).fill(0));
  });

  it('the last one is followed by two empty blocks', () => {
    expect([...archiveEnd()]).toEqual(Array(1024).fill(0));
  });
});
