import { randomUUID, type KeyObject } from 'node:crypto';
import { link, mkdir, readFile, stat, unlink, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { newNotaryKey, parseNotaryKey } from '#libs/notary';
import type { Config } from '../settings.js';
import { StartupError } from '../startup-error.js';

export interface NotaryKey {
  readonly key: KeyObject;
  /** Null where the settings themselves have it. */
  readonly file: string | null;
  /** Whether it was made just now. */
  readonly made: boolean;
  /** Whether others than its user may read the file. */
  readonly isOpen: boolean;
}

/**
 * The key that the settings give, or the one beside the embedded database, which `make` makes where there is none.
 * Null where there is no key. Throws a {@link StartupError} that says in one sentence why it cannot be used.
 */
export async function openNotaryKey(
  { notary, databaseUrl, dataDir }: Pick<Config, 'notary' | 'databaseUrl' | 'dataDir'>,
  make: boolean,
): Promise<NotaryKey | null> {
  if (notary.key !== null) {
    return { key: soundKey(notary.key, 'PARAGRAF_NOTARY_KEY'), file: null, made: false, isOpen: false };
  }
  if (notary.keyFile !== null) return keyIn(resolve(notary.keyFile), 'PARAGRAF_NOTARY_KEY_FILE');
  if (databaseUrl !== null) return null;
  const file = join(resolve(dataDir), 'notary-key.pem');
  const made = make && (await makeKey(file));
  if (!made && !(await exists(file))) return null;
  return { ...(await keyIn(file, 'PARAGRAF_DATA_DIR')), made };
}

async function keyIn(file: string, setting: string): Promise<NotaryKey> {
  try {
    const [text, { mode }] = [await readFile(file, 'utf8'), await stat(file)];
    const isOpen = process.platform !== 'win32' && (mode & 0o077) !== 0;
    return { key: soundKey(text, `Notariens nyckel i ${file} (${setting})`), file, made: false, isOpen };
  } catch (cause) {
    if (cause instanceof StartupError) throw cause;
    throw new StartupError(`Notariens nyckel i ${file} (${setting}) går inte att läsa.`, { cause });
  }
}

function soundKey(text: string, where: string): KeyObject {
  const key = parseNotaryKey(text);
  if (key) return key;
  throw new StartupError(`${where} ska vara en privat Ed25519-nyckel i PKCS#8, som PEM eller base64.`);
}

/**
 * False where there is one. It is written beside and linked into place, so that nobody reads half a key, and whoever
 * makes one at the same time gets the same.
 */
async function makeKey(file: string): Promise<boolean> {
  if (await exists(file)) return false;
  const draft = `${file}.${randomUUID()}`;
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(draft, newNotaryKey(), { mode: 0o600, flag: 'wx', flush: true });
    await link(draft, file);
    return true;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).syscall === 'link' && (await exists(file))) return false;
    throw new StartupError(`Notariens nyckel kan inte skrivas till ${file}.`, { cause });
  } finally {
    await unlink(draft).catch(() => undefined);
  }
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}
