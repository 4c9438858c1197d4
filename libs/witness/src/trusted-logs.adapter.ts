import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseVerifierKey, printVerifierKey, type VerifierKey } from '#libs/proof';
import { makeFolder, readIfThere, replaceFile } from './durable-files.adapter.js';
import { WitnessFault } from './fault.js';
import { folderOf, logFiles, originOf } from './log-folder.js';
import type { TrustedKeys } from './proposal.js';

/** The folder of a log that a witness knows. */
export function logFolder(dir: string, origin: string): string {
  const name = folderOf(origin);
  if (name === null) throw new WitnessFault({ code: 'log-name-too-long', origin });
  return join(dir, 'logs', name);
}

/** Has a witness trust a key for the log that it names, from now on. */
export async function trustLog(dir: string, key: VerifierKey): Promise<void> {
  const folder = logFolder(dir, key.name);
  await makeFolder(folder);
  const file = join(folder, logFiles.keys);
  const keys = await keysIn(file);
  if (keys.some(({ id }) => id === key.id)) return;
  await replaceFile(file, [...keys, key].map((each) => `${printVerifierKey(each)}\n`).join(''));
}

/** Every log that a witness knows. */
export async function trustedLogs(dir: string): Promise<TrustedKeys> {
  const folders = await readdir(join(dir, 'logs')).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const origins = folders.map(originOf);
  return new Map(
    await Promise.all(
      origins.map(async (origin): Promise<[string, readonly VerifierKey[]]> => {
        return [origin, await keysIn(join(logFolder(dir, origin), logFiles.keys))];
      }),
    ),
  );
}

async function keysIn(file: string): Promise<readonly VerifierKey[]> {
  const text = (await readIfThere(file)) ?? '';
  try {
    return text.split('\n').filter(Boolean).map(parseVerifierKey);
  } catch (cause) {
    throw new WitnessFault({ code: 'memory-damaged', file, reason: String(cause) }, { cause });
  }
}
