import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/** The TypeScript files of some folders below the root, as paths with `/` from the root; a missing folder has none. */
export async function sourceFiles(root: string, folders: readonly string[]): Promise<string[]> {
  const found = await Promise.all(folders.map((folder) => filesBelow(join(root, folder))));
  return found
    .flat()
    .map((path) => relative(root, path).split(sep).join('/'))
    .filter((path) => path.endsWith('.ts'))
    .toSorted();
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    },
  );
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}
