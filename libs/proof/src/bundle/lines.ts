import { LineError } from './line-error.js';

/** Longer than any event can be; bounds what is kept of a line that never ends. */
const maxLineBytes = 8 * 1_024 * 1_024;
const newline = 0x0a;

/** The lines of a text in UTF-8 that comes in pieces. Everything here throws {@link LineError}. */
export class Lines {
  private rest: Uint8Array[] = [];
  private restBytes = 0;

  /** The lines that end within the piece. */
  completedBy(piece: Uint8Array): string[] {
    const end = piece.lastIndexOf(newline);
    if (end < 0) {
      this.keep(piece);
      return [];
    }
    const text = decoded(Buffer.concat([...this.rest, piece.subarray(0, end)]));
    [this.rest, this.restBytes] = [[], 0];
    this.keep(piece.subarray(end + 1));
    return text.split('\n');
  }

  /** Every line has an end, the last one too. */
  end(): void {
    if (this.restBytes > 0) throw new LineError('Its last line has no end.');
  }

  private keep(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    this.restBytes += bytes.length;
    if (this.restBytes > maxLineBytes) throw new LineError('It has a line longer than any could be.');
    // A copy: whoever gives the pieces may use their memory again.
    this.rest.push(bytes.slice());
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** A decoder that mends what is not UTF-8 would hide what was changed. Throws {@link LineError}. */
export function decoded(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw new LineError('It is not UTF-8.');
  }
}
