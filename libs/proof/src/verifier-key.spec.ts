import { createHash, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { logKey } from './testing/index.js';
import { enochKey, peterKey, peterPrivateKey, sumKey } from './testing/public-notes.js';
import {
  keyTypes,
  parseVerifierKey,
  printVerifierKey,
  publicKeyObject,
  verifierKey,
  VerifierKeyError,
} from './verifier-key.js';

const origin = 'paragraf.example/alingsas';

/** Whether it is refused. */
const isRefused = (text: string): boolean => {
  try {
    parseVerifierKey(text);
    return false;
  } catch (error) {
    if (error instanceof VerifierKeyError) return true;
    throw error;
  }
};

/** A verifier key of any content whose id belongs to it. */
const printed = (name: string, bytes: Uint8Array) => {
  const id = createHash('sha256').update(`${name}\n`).update(bytes).digest('hex').slice(0, 8);
  return `${name}+${id}+${Buffer.from(bytes).toString('base64')}`;
};

describe('a verifier key', () => {
  it.each([peterKey, enochKey, sumKey])('is printed as it was read: %s', (text) => {
    expect(printVerifierKey(parseVerifierKey(text))).toBe(text);
  });

  it('follows from the private key, and from the public one', () => {
    expect(printVerifierKey(verifierKey('PeterNeumann', keyTypes.ed25519, peterPrivateKey))).toBe(peterKey);
    const publicKey = createPublicKey(peterPrivateKey);
    expect(printVerifierKey(verifierKey('PeterNeumann', keyTypes.ed25519, publicKey))).toBe(peterKey);
    expect(publicKeyObject(parseVerifierKey(peterKey)).equals(publicKey)).toBe(true);
  });

  it('has an id of its own for each way of signing', () => {
    const log = verifierKey(origin, keyTypes.ed25519, logKey);
    const witness = verifierKey(origin, keyTypes.cosignature, logKey);
    expect(witness.id).not.toBe(log.id);
    expect(parseVerifierKey(printVerifierKey(witness))).toEqual(witness);
    expect(printVerifierKey(witness)).toBe(printed(origin, Buffer.of(4, ...log.publicKey)));
  });

  it('is no part of another, and none in which a character is another', () => {
    for (let start = 0; start < peterKey.length; start += 1) {
      for (let end = start + 1; end <= peterKey.length; end += 1) {
        expect(isRefused(peterKey.slice(start, end))).toBe(end - start < peterKey.length);
      }
      const next = String.fromCharCode(peterKey.charCodeAt(start) + 1);
      expect(isRefused(peterKey.slice(0, start) + next + peterKey.slice(start + 1))).toBe(true);
    }
  });

  it.each([
    ['a longer key', printed('PeterNeumann', Buffer.alloc(34, 1))],
    ['a shorter key', printed('PeterNeumann', Buffer.alloc(32, 1))],
    ['a kind that is not used here', printed('PeterNeumann', Buffer.of(2, ...Buffer.alloc(32)))],
    ['nothing of a key', printed('PeterNeumann', Buffer.of())],
    ['an id in capitals', peterKey.replace('c74f20a3', 'C74F20A3')],
    ['a space in its name', printed('Peter Neumann', Buffer.alloc(33, 1))],
    ['a line break after it', `${peterKey}\n`],
  ])('is refused with %s', (_name, text) => {
    expect(isRefused(text)).toBe(true);
  });

  it.each(['', 'a b', 'a+b', 'a\u00a0b', 'a\u2028b', 'a\tb', '\ud800'])('has no name %j', (name) => {
    expect(() => verifierKey(name, keyTypes.ed25519, logKey)).toThrow(VerifierKeyError);
  });

  it('is one of Ed25519', () => {
    const { publicKey } = generateKeyPairSync('x25519');
    expect(() => verifierKey(origin, keyTypes.ed25519, publicKey)).toThrow(VerifierKeyError);
  });
});
