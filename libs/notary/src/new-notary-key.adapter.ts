import { generateKeyPairSync } from 'node:crypto';

/** A new key as it is kept in a file: PKCS#8 as PEM. */
export function newNotaryKey(): string {
  const { privateKey } = generateKeyPairSync('ed25519');
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}
