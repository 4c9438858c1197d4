/** Bytes that come in pieces of any size, taken in pieces of the size that is wanted. */
export class ByteSource {
  private readonly pieces: AsyncIterator<Uint8Array>;
  private rest: Uint8Array = new Uint8Array();

  constructor(pieces: AsyncIterable<Uint8Array>) {
    this.pieces = pieces[Symbol.asyncIterator]();
  }

  /** At least one byte and at most so many; null where there are no more. */
  async some(max: number): Promise<Uint8Array | null> {
    while (this.rest.length === 0) {
      const next = await this.pieces.next();
      if (next.done) return null;
      this.rest = next.value;
    }
    const taken = this.rest.subarray(0, max);
    this.rest = this.rest.subarray(max);
    return taken;
  }

  /** So many bytes, or as many as there are before the end. */
  async upTo(count: number): Promise<Uint8Array> {
    const taken: Uint8Array[] = [];
    for (let missing = count; missing > 0;) {
      const piece = await this.some(missing);
      if (piece === null) break;
      taken.push(piece);
      missing -= piece.length;
    }
    return Buffer.concat(taken);
  }

  /** Lets go of whatever gives the bytes, where not all of them were wanted. */
  async close(): Promise<void> {
    await this.pieces.return?.();
  }
}
