import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { newNotaryKey } from './new-notary-key.adapter.js';
import { parseNotaryKey } from './notary-key.js';

const pem = newNotaryKey();
const base64 = (text: string) => Buffer.from(text).toString('base64');
const body = pem.split('\n')[1] ?? '';
const pemOf = (type: 'pkcs8' | 'spki', key = generateKeyPairSync('ed25519')) =>
  (type === 'pkcs8' ? key.privateKey : key.publicKey).export({ type, format: 'pem' } as never).toString();

describe('the key of a notary', () => {
  it.each([
    ['as PEM', pem],
    ['with white space around it', `\n ${pem} \n`],
    ['with lines of Windows', pem.replaceAll('\n', '\r\n')],
    ['as the base64 of its PEM', base64(pem)],
    ['as the base64 within its PEM', body],
  ])('is read %s', (_, text) => {
    const key = parseNotaryKey(text);
    expect(key?.export({ type: 'pkcs8', format: 'pem' })).toBe(pem);
    expect(key && createPublicKey(key).asymmetricKeyType).toBe('ed25519');
  });

  it.each([
    ['nothing', ''],
    ['words', 'hemlig nyckel'],
    ['half a key', pem.slice(0, 60)],
    ['half its base64', body.slice(0, 20)],
    ['a public key', pemOf('spki')],
    ['a key of another kind', pemOf('pkcs8', generateKeyPairSync('ec', { namedCurve: 'P-256' }) as never)],
    ['other base64', base64('-----BEGIN PRIVATE KEY-----')],
  ])('is not read from %s', (_, text) => {
    expect(parseNotaryKey(text)).toBeNull();
  });
});
