import { open, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { syncFolder } from './durable-files.adapter.js';

/** More than any line has. */
const tailBytes = 256 * 1_024;
const newline = 0x0a;

/** A file that lines are added to and none taken from. */
export class LineFile {
  private constructor(private readonly path: string) {}

  /** A line that was cut off when it was written last is taken away: nobody was told that it was there. */
  static async open(path: string): Promise<LineFile> {
    await using(path, 'a+', async (handle) => {
      const { size } = await handle.stat();
      const { start, bytes } = await tailOf(handle, size);
      const end = start + bytes.lastIndexOf(newline) + 1;
      if (end === size) return;
      await handle.truncate(end);
      await handle.sync();
    });
    await syncFolder(dirname(path));
    return new LineFile(path);
  }

  /** Resolves when a power cut no longer takes the line away. It ends in its newline. */
  async append(line: string): Promise<void> {
    await using(this.path, 'a', async (handle) => {
      await handle.writeFile(line);
      await handle.sync();
    });
  }

  async last(): Promise<string | null> {
    return using(this.path, 'r', async (handle) => {
      const { size } = await handle.stat();
      const { bytes } = await tailOf(handle, size);
      return bytes.toString('utf8').trimEnd().split('\n').at(-1) || null;
    });
  }

  lines(): AsyncIterable<string> {
    return linesOf(this.path);
  }
}

/** The whole lines of a file, which somebody may be adding to; none where there is no file. */
export async function* linesOf(path: string): AsyncGenerator<string, void, void> {
  const handle = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  let rest = '';
  for await (const text of handle?.createReadStream({ encoding: 'utf8' }) ?? []) {
    const lines = `${rest}${text}`.split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
}

async function tailOf(handle: FileHandle, size: number): Promise<{ start: number; bytes: Buffer }> {
  const length = Math.min(size, tailBytes);
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, size - length);
  return { start: size - length, bytes: buffer.subarray(0, bytesRead) };
}

async function using<Result>(
  path: string,
  flags: string,
  task: (handle: FileHandle) => Promise<Result>,
): Promise<Result> {
  const handle = await open(path, flags);
  try {
    return await task(handle);
  } finally {
    await handle.close();
  }
}
