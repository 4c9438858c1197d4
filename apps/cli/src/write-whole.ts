import { createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CliError } from './cli-error.js';

/**
 * Writes a file as a whole or not at all: whoever looks for it finds what was there before until all of the new one
 * is on the disk. Throws {@link CliError} where it cannot be written there.
 */
export async function writeWhole(
  path: string,
  bytes: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  signal: AbortSignal,
): Promise<void> {
  const unfinished = `${path}.${process.pid}.part`;
  try {
    const file = createWriteStream(unfinished, { flags: 'wx', flush: true });
    await pipeline(Readable.from(bytes, { objectMode: false }), file, { signal });
    await rename(unfinished, path);
    await settle(dirname(path));
  } catch (error) {
    await rm(unfinished, { force: true });
    throw isOfTheFile(error) ? new CliError(`${path} går inte att skriva: ${error.message}`) : error;
  }
}

/** The new name is on the disk as well. Windows opens no folders, and needs none. */
async function settle(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function isOfTheFile(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error && 'path' in error;
}
