import { createHash, createPublicKey, type KeyObject } from 'node:crypto';
import { decodeBase64, encodeBase64 } from './base64.js';

/** How a key signs, as one byte in its id: the notes of a log, or checkpoints together with the time. */
export const keyTypes = { ed25519: 0x01, cosignature: 0x04 } as const;

/** A public key as others are told of it, with the name it signs under. */
export interface VerifierKey {
  readonly name: string;
  readonly type: (typeof keyTypes)[keyof typeof keyTypes];
  /** Four bytes in hexadecimal, which follow from the name, the type and the key. */
  readonly id: string;
  /** Ed25519, 32 bytes. */
  readonly publicKey: Uint8Array;
}

/** The text is no verifier key, or one of a kind that is not used here. */
export class VerifierKeyError extends Error {
  constructor(reason: string) {
    super(`The verifier key ${reason}.`);
    this.name = 'VerifierKeyError';
  }
}

const publicKeyBytes = 32;

/** Not empty, and without white space and plus signs, which separate it from what follows. */
export function isKeyName(name: string): boolean {
  return name !== '' && name.isWellFormed() && !/[\p{White_Space}\p{Control}+]/u.test(name);
}

/** The verifier key that belongs to an Ed25519 key, of which it takes the public half. */
export function verifierKey(name: string, type: VerifierKey['type'], key: KeyObject): VerifierKey {
  if (!isKeyName(name)) throw new VerifierKeyError(`has the name ${JSON.stringify(name)}`);
  if (key.asymmetricKeyType !== 'ed25519') throw new VerifierKeyError('is not one of Ed25519');
  const { x = '' } = (key.type === 'private' ? createPublicKey(key) : key).export({ format: 'jwk' });
  return withId(name, type, Buffer.from(x, 'base64url'));
}

/** What signatures are checked with. */
export function publicKeyObject({ publicKey }: VerifierKey): KeyObject {
  const x = Buffer.from(publicKey).toString('base64url');
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
}

/** `{name}+{id}+{base64 of type and key}` */
export function printVerifierKey({ name, type, id, publicKey }: VerifierKey): string {
  return `${name}+${id}+${encodeBase64(Buffer.of(type, ...publicKey))}`;
}

export function parseVerifierKey(text: string): VerifierKey {
  // The key itself may have plus signs.
  const [, name = '', id, key = ''] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(text) ?? [];
  const bytes = decodeBase64(key);
  if (!isKeyName(name) || !bytes) throw new VerifierKeyError('is not {name}+{id}+{key}');
  const type = Object.values(keyTypes).find((known) => known === bytes[0]);
  const expected = 1 + publicKeyBytes;
  if (type === undefined || bytes.length !== expected) throw new VerifierKeyError('is not one of Ed25519');
  const parsed = withId(name, type, bytes.subarray(1));
  if (parsed.id !== id) throw new VerifierKeyError('has an id that does not belong to it');
  return parsed;
}

function withId(name: string, type: VerifierKey['type'], publicKey: Uint8Array): VerifierKey {
  const hash = createHash('sha256')
    .update(`${name}\n`)
    .update(Uint8Array.of(type))
    .update(publicKey)
    .digest('hex');
  return { name, type, id: hash.slice(0, 8), publicKey };
}
