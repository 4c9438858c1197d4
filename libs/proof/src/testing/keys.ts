import { createPrivateKey, type KeyObject } from 'node:crypto';

/** RFC 8410: what stands before the 32 bytes of a private Ed25519 key. */
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** The private key that grows from a seed of 32 bytes: the same one for every run. */
export function privateKeyOf(seed: Uint8Array): KeyObject {
  return createPrivateKey({ key: Buffer.concat([pkcs8, seed]), format: 'der', type: 'pkcs8' });
}

export const logKey = privateKeyOf(Buffer.alloc(32, 1));
export const otherKey = privateKeyOf(Buffer.alloc(32, 2));
export const witnessKey = privateKeyOf(Buffer.alloc(32, 3));
