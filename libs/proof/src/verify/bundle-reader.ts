import { createHash } from 'node:crypto';
import { ArchiveError } from '../archive.js';
import { decoded, Lines } from '../bundle/lines.js';
import type { EntrySum } from '../bundle/sums.js';
import { readArchive, type ArchiveEntry } from '../read-archive.js';
import { fail } from './failure.js';
import { wellWritten } from './well-written.js';

/** Larger than any entry that is read at once: the sums of a log of 60 million events. */
const maxBytes = 64 * 1_024 * 1_024;

/** Reads the entries of a bundle one after the other, each under the name that is due there, and sums them up. */
export class BundleReader {
  readonly sums: EntrySum[] = [];
  private readonly entries: AsyncIterator<ArchiveEntry>;
  private read = 0;

  constructor(bytes: AsyncIterable<Uint8Array>) {
    this.entries = readArchive(bytes)[Symbol.asyncIterator]();
  }

  /** How many bytes the entries so far have. */
  get bytes(): number {
    return this.read;
  }

  async content(name: string): Promise<Uint8Array> {
    const pieces: Uint8Array[] = [];
    for await (const piece of this.pieces(name, maxBytes)) pieces.push(piece);
    return Buffer.concat(pieces);
  }

  async text(name: string): Promise<string> {
    const content = await this.content(name);
    return wellWritten(name, () => decoded(content));
  }

  /** The lines of the entry, as many at a time as come together. */
  async *lines(name: string): AsyncGenerator<string[], void, void> {
    const lines = new Lines();
    for await (const piece of this.pieces(name, Infinity)) {
      const complete = wellWritten(name, () => lines.completedBy(piece));
      if (complete.length > 0) yield complete;
    }
    wellWritten(name, () => lines.end());
  }

  async end(): Promise<void> {
    const entry = await this.next('SHA256SUMS');
    if (entry) fail('entry-misplaced', { due: null, found: entry.name });
  }

  /** Lets go of whatever gives the bytes. */
  async close(): Promise<void> {
    await this.entries.return?.();
  }

  private async *pieces(name: string, max: number): AsyncGenerator<Uint8Array, void, void> {
    const entry = await this.next(name);
    if (entry?.name !== name) fail('entry-misplaced', { due: name, found: entry?.name ?? null });
    if (entry.size > max) fail('archive-malformed', { entry: name, reason: 'It is larger than it can be.' });
    const hash = createHash('sha256');
    try {
      for await (const piece of entry.content) {
        hash.update(piece);
        this.read += piece.length;
        yield piece;
      }
    } catch (error) {
      notWritten(name, error);
    }
    this.sums.push({ name, digest: hash.digest('hex') });
  }

  private async next(due: string): Promise<ArchiveEntry | null> {
    try {
      const next = await this.entries.next();
      return next.done ? null : next.value;
    } catch (error) {
      return notWritten(due, error);
    }
  }
}

/** The archive is none that its writer would have written; anything else is no fault of it. */
function notWritten(entry: string, error: unknown): never {
  if (error instanceof ArchiveError) fail('archive-malformed', { entry, reason: error.message });
  throw error;
}
