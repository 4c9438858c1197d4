/** An archive is made of blocks of this size (POSIX ustar). */
export const blockBytes = 512;

/** What the eleven octal digits of a header can say. */
const maxEntryBytes = 8 ** 11 - 1;
const namePattern = /^[A-Za-z0-9_-][A-Za-z0-9._-]*(\/[A-Za-z0-9_-][A-Za-z0-9._-]*)*$/;
const maxNameLength = 100;

/** The bytes are none that this archive's writer would have written, or the name is none that it can have. */
export class ArchiveError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ArchiveError';
  }
}

/**
 * The header of a file, in the one form that is used here: read by everybody, written by nobody in particular, in
 * 1970. The same content so always makes the same archive.
 */
export function archiveHeader(name: string, size: number): Uint8Array {
  if (!namePattern.test(name) || name.length > maxNameLength) {
    throw new ArchiveError(`${JSON.stringify(name)} is not the name of a file in an archive.`);
  }
  if (!Number.isSafeInteger(size) || size < 0 || size > maxEntryBytes) {
    throw new ArchiveError(`${size} is not the size of a file in an archive.`);
  }
  const header = Buffer.alloc(blockBytes);
  const zero = '0000000\0';
  header.write(name, 0, 'latin1');
  header.write(`0000644\0${zero}${zero}${octal(size, 11)}\0${octal(0, 11)}\0        0`, 100, 'latin1');
  header.write('ustar\x0000', 257, 'latin1');
  header.write(`${zero}${zero}`, 329, 'latin1');
  // The sum is over the header with spaces in its place.
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${octal(sum, 6)}\0 `, 148, 'latin1');
  return header;
}

/** The name and the size that a header gives, or null where {@link archiveHeader} would have written it otherwise. */
export function parseArchiveHeader(header: Uint8Array): { name: string; size: number } | null {
  const text = Buffer.from(header).toString('latin1');
  const [name = ''] = text.slice(0, maxNameLength).split('\0');
  const size = text.slice(124, 135);
  if (!namePattern.test(name) || !/^[0-7]{11}$/.test(size)) return null;
  const read = { name, size: Number.parseInt(size, 8) };
  return archiveHeader(read.name, read.size).every((byte, i) => byte === header[i]) ? read : null;
}

/** How many zero bytes fill the last block of a file. */
export function paddingOf(size: number): number {
  return (blockBytes - (size % blockBytes)) % blockBytes;
}

export function archivePadding(size: number): Uint8Array {
  return new Uint8Array(paddingOf(size));
}

/** What follows the last file. */
export function archiveEnd(): Uint8Array {
  return new Uint8Array(2 * blockBytes);
}

function octal(n: number, digits: number): string {
  return n.toString(8).padStart(digits, '0');
}
