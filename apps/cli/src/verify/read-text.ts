import { readFile } from 'node:fs/promises';

/** Larger than any key, checkpoint or receipt. */
const maxBytes = 16 * 1_024 * 1_024;

/** The file's text, or null where it cannot be read or is no such file. */
export async function readText(path: string): Promise<string | null> {
  try {
    const content = await readFile(path);
    return content.length <= maxBytes ? content.toString() : null;
  } catch {
    return null;
  }
}
