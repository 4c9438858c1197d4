import fc from 'fast-check';
import { archiveEnd, ArchiveError, archiveHeader, archivePadding } from './archive.js';
import { readArchive, wholeEntry } from './read-archive.js';

type Files = readonly (readonly [name: string, content: Uint8Array])[];

const archiveOf = (files: Files): Buffer =>
  Buffer.concat([
    ...files.flatMap(([name, content]) => [
      archiveHeader(name, content.length),
      content,
      archivePadding(content.length),
    ]),
    archiveEnd(),
  ]);

async function* piecesOf(bytes: Uint8Array, size = 1000): AsyncGenerator<Uint8Array, void, void> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function filesIn(pieces: AsyncIterable<Uint8Array>): Promise<[string, Buffer][]> {
  const files: [string, Buffer][] = [];
  for await (const entry of readArchive(pieces)) {
    files.push([entry.name, Buffer.from(await wholeEntry(entry, 1e6))]);
  }
  return files;
}

const refusal = (bytes: Uint8Array) =>
  filesIn(piecesOf(bytes)).then(
    () => 'none',
    (error: unknown) => {
      if (error instanceof ArchiveError) return error.message;
      throw error;
    },
  );

const files: Files = [
  ['bundle.json', Buffer.from('{"v":1}')],
  ['checkpoint', Buffer.alloc(0)],
  ['tile/0/000', Buffer.alloc(8192, 7)],
  ['SHA256SUMS', Buffer.alloc(700, 65)],
];
const archive = archiveOf(files);

describe('reading an archive', () => {
  it('gives the files as they were written, in whatever pieces they come', async () => {
    const content = fc.uint8Array({ maxLength: 1500 }).map((bytes) => Buffer.from(bytes));
    const written = fc.array(fc.tuple(fc.stringMatching(/^[a-z]{1,9}(\/[a-z]{1,9})?$/), content), {
      maxLength: 5,
    });
    await fc.assert(
      fc.asyncProperty(written, fc.integer({ min: 1, max: 3000 }), async (given, size) => {
        expect(await filesIn(piecesOf(archiveOf(given), size))).toEqual(given);
      }),
    );
  });

  it('refuses it where any byte of it is another, but for the content', async () => {
    const contentStarts = [512, 2048, 10_752];
    const isContent = (at: number) =>
      [7, 8192, 700].some((length, n) => at >= contentStarts[n]! && at < contentStarts[n]! + length);
    for (let at = 0; at < archive.length; at += 1) {
      if (isContent(at)) continue;
      const changed = Buffer.from(archive);
      changed[at]! ^= 1;
      expect([at, await refusal(changed)]).not.toEqual([at, 'none']);
    }
  });

  it('refuses it wherever it is cut off', async () => {
    for (let length = 0; length < archive.length; length += 1) {
      expect([length, await refusal(archive.subarray(0, length))]).not.toEqual([length, 'none']);
    }
    expect(await refusal(archive)).toBe('none');
  });

  it('says what is wrong', async () => {
    expect(await refusal(archive.subarray(0, 600))).toBe('The archive ends before its end.');
    expect(await refusal(archive.subarray(0, -512))).toBe('The archive ends before its end.');
    expect(await refusal(Buffer.concat([archive, Buffer.alloc(1)]))).toBe(
      'Something follows the end of the archive.',
    );
    expect(await refusal(Buffer.concat([archive.subarray(0, -512), archive]))).toBe(
      'The archive does not end in two empty blocks.',
    );
    expect(await refusal(Buffer.alloc(1024))).toBe('none');
    const padding = Buffer.from(archive);
    padding[512 + 7] = 1;
    expect(await refusal(padding)).toBe('The last block of bundle.json is not filled with zeros.');
  });

  it('passes over what nobody has read', async () => {
    const names: string[] = [];
    for await (const { name, content } of readArchive(piecesOf(archive, 100))) {
      names.push(name);
      for await (const piece of content) if (piece.length > 0 && name !== 'checkpoint') break;
    }
    expect(names).toEqual(files.map(([name]) => name));
  });

  it('lets go of what gives the bytes when it stops early', async () => {
    let released = false;
    async function* held(): AsyncGenerator<Uint8Array, void, void> {
      try {
        yield* piecesOf(archive);
      } finally {
        released = true;
      }
    }
    for await (const { name } of readArchive(held())) if (name === 'checkpoint') break;
    expect(released).toBe(true);
  });

  it('asks for no more than it gives', async () => {
    const [first, second] = [Buffer.alloc(512), Buffer.alloc(512 * 1000)];
    const big = archiveOf([
      ['a', first],
      ['b', second],
    ]);
    let given = 0;
    let taken = 0;
    let mostKept = 0;
    async function* counted(): AsyncGenerator<Uint8Array, void, void> {
      for await (const piece of piecesOf(big, 4096)) {
        given += piece.length;
        yield piece;
      }
    }
    for await (const { content } of readArchive(counted())) {
      for await (const piece of content) {
        taken += piece.length;
        mostKept = Math.max(mostKept, given - taken);
      }
    }
    expect(taken).toBe(first.length + second.length);
    expect(mostKept).toBeLessThanOrEqual(3 * 4096);
  });

  it('gives a whole file only where it is as small as was said', async () => {
    const read = async (maxBytes: number) => {
      for await (const entry of readArchive(piecesOf(archive))) await wholeEntry(entry, maxBytes);
    };
    await expect(read(8192)).resolves.toBeUndefined();
    await expect(read(8191)).rejects.toThrow(
      new ArchiveError('tile/0/000 has 8192 bytes, and may have 8191.'),
    );
  });
});
