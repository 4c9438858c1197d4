import fc from 'fast-check';
import { ByteSource } from './byte-source.js';

async function* given(pieces: readonly Uint8Array[]): AsyncGenerator<Uint8Array, void, void> {
  yield* pieces;
}

describe('a source of bytes', () => {
  it('gives them in pieces of the size that is wanted, however they came', async () => {
    const pieces = fc.array(fc.uint8Array({ maxLength: 20 }), { maxLength: 10 });
    await fc.assert(
      fc.asyncProperty(pieces, fc.integer({ min: 1, max: 30 }), async (came, size) => {
        const source = new ByteSource(given(came));
        const all = Buffer.concat(came);
        for (let at = 0; at < all.length; at += size) {
          expect([...(await source.upTo(size))]).toEqual([...all.subarray(at, at + size)]);
        }
        expect(await source.upTo(size)).toHaveLength(0);
        expect(await source.some(size)).toBeNull();
      }),
    );
  });

  it('gives what it has where any size will do', async () => {
    const source = new ByteSource(given([Buffer.from('ab'), Buffer.alloc(0), Buffer.from('cde')]));
    const read: string[] = [];
    for (let piece; (piece = await source.some(2));) read.push(Buffer.from(piece).toString());
    expect(read).toEqual(['ab', 'cd', 'e']);
  });
});
