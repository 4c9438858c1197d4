import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { link, open, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseVerifierKey, printVerifierKey } from '#libs/proof';
import { readIfThere, replaceFile, syncFolder } from './durable-files.adapter.js';
import { WitnessFault } from './fault.js';
import { WitnessIdentity } from './identity.js';

/**
 * Who the witness in the folder is. Its key is made at the first call, and its name is kept with it: `name`, or
 * `vittne.local` where none is given. From then on both stay.
 */
export async function openIdentity(dir: string, name: string | null): Promise<WitnessIdentity> {
  const [keyFile, publicFile] = [join(dir, 'key.pem'), join(dir, 'verifier-key')];
  const kept = await readIfThere(publicFile);
  if (kept === null) await makeKey(keyFile);
  const pem = await readIfThere(keyFile);
  if (pem === null) throw new WitnessFault({ code: 'key-missing', file: keyFile });
  const keptName = kept === null ? null : nameIn(kept, publicFile);
  if (keptName !== null && name !== null && name !== keptName) {
    throw new WitnessFault({ code: 'name-differs', name: keptName, given: name });
  }
  const identity = identityOf(keptName ?? name ?? 'vittne.local', pem, keyFile);
  const verifierKey = `${printVerifierKey(identity.verifierKey)}\n`;
  if (kept === null) await replaceFile(publicFile, verifierKey);
  else if (kept !== verifierKey) throw new WitnessFault({ code: 'key-malformed', file: keyFile });
  return identity;
}

function nameIn(kept: string, file: string): string {
  try {
    return parseVerifierKey(kept.trim()).name;
  } catch (cause) {
    throw new WitnessFault({ code: 'key-malformed', file }, { cause });
  }
}

function identityOf(name: string, pem: string, file: string): WitnessIdentity {
  try {
    return new WitnessIdentity(name, createPrivateKey(pem));
  } catch (cause) {
    throw new WitnessFault({ code: 'key-malformed', file }, { cause });
  }
}

/** Written beside and linked into place, so that there is never half a key, and never a second one. */
async function makeKey(file: string): Promise<void> {
  const draft = `${file}.new-${process.pid}`;
  await rm(draft, { force: true });
  const handle = await open(draft, 'wx', 0o600);
  try {
    const { privateKey } = generateKeyPairSync('ed25519');
    await handle.writeFile(privateKey.export({ type: 'pkcs8', format: 'pem' }));
    await handle.sync();
  } finally {
    await handle.close();
  }
  await link(draft, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await rm(draft);
  await syncFolder(dirname(file));
}
