import { ArchiveError, blockBytes, paddingOf, parseArchiveHeader } from './archive.js';
import { ByteSource } from './byte-source.js';

/** A file in an archive. */
export interface ArchiveEntry {
  readonly name: string;
  readonly size: number;
  /** Its bytes in pieces, once, before the next file is asked for. What is not read is passed over. */
  readonly content: AsyncIterable<Uint8Array>;
}

/**
 * The files of an archive in their order, as it comes in: never more than a piece of it is kept. Throws
 * {@link ArchiveError} at the first byte that the writer would not have written, so what was read before is an
 * archive only when there are no more files.
 */
export async function* readArchive(
  pieces: AsyncIterable<Uint8Array>,
): AsyncGenerator<ArchiveEntry, void, void> {
  const source = new ByteSource(pieces);
  try {
    for (let header = await block(source); !isZero(header); header = await block(source)) {
      const head = parseArchiveHeader(header);
      if (!head) throw new ArchiveError('A header of the archive is not as it should be.');
      const content = new Content(source, head.size);
      yield { ...head, content };
      await content.pass();
      if (!isZero(await block(source, paddingOf(head.size)))) {
        throw new ArchiveError(`The last block of ${head.name} is not filled with zeros.`);
      }
    }
    if (!isZero(await block(source))) throw new ArchiveError('The archive does not end in two empty blocks.');
    if (await source.some(1)) throw new ArchiveError('Something follows the end of the archive.');
  } finally {
    await source.close();
  }
}

/** The whole of a file that has at most so many bytes. */
export async function wholeEntry(
  { name, size, content }: ArchiveEntry,
  maxBytes: number,
): Promise<Uint8Array> {
  if (size > maxBytes) throw new ArchiveError(`${name} has ${size} bytes, and may have ${maxBytes}.`);
  const read: Uint8Array[] = [];
  for await (const piece of content) read.push(piece);
  return Buffer.concat(read);
}

class Content implements AsyncIterable<Uint8Array> {
  constructor(
    private readonly source: ByteSource,
    private unread: number,
  ) {}

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array, void, void> {
    while (this.unread > 0) {
      const piece = await this.source.some(this.unread);
      if (!piece) throw endedEarly();
      this.unread -= piece.length;
      yield piece;
    }
  }

  async pass(): Promise<void> {
    for await (const piece of this) void piece;
  }
}

async function block(source: ByteSource, bytes = blockBytes): Promise<Uint8Array> {
  const read = await source.upTo(bytes);
  if (read.length < bytes) throw endedEarly();
  return read;
}

function isZero(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0);
}

function endedEarly(): ArchiveError {
  return new ArchiveError('The archive ends before its end.');
}
