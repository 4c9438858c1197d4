import { keyTypes, printVerifierKey, verifierKey } from '#libs/proof';
import { logKey, otherKey, witnessKey } from '#libs/proof/testing';
import { parseWitnesses, type WitnessAtFault } from './witness-at.js';

const keyOf = (name: string, key = witnessKey) =>
  printVerifierKey(verifierKey(name, keyTypes.cosignature, key));
const key = keyOf('vittne.example');
const read = (text: string) =>
  parseWitnesses(text).map((witness) => [printVerifierKey(witness.key), witness.url]);

describe('witnesses', () => {
  it.each([
    ['a host', 'https://vittne.example', 'https://vittne.example'],
    ['a path, without the slash at its end', 'http://vittne.example/v/', 'http://vittne.example/v'],
    ['an equals sign in the path', 'http://127.0.0.1:7380/a=b', 'http://127.0.0.1:7380/a=b'],
  ])('answer at %s', (_, text, url) => {
    expect(read(`${key}=${text}`)).toEqual([[key, url]]);
  });

  it('stand apart by white space or commas', () => {
    const other = keyOf('vittne.example', otherKey);
    expect(read(` ${key}=http://a\n\t${other}=http://b,${keyOf('c')}=http://c `)).toEqual([
      [key, 'http://a'],
      [other, 'http://b'],
      [keyOf('c'), 'http://c'],
    ]);
  });

  it('are told from their address whatever the key looks like', () => {
    const keys = Array.from({ length: 100 }, (_, n) => keyOf(`=${n}://=`));
    expect(read(keys.map((each) => `${each}=http://a`).join(' '))).toEqual(
      keys.map((each) => [each, 'http://a']),
    );
  });

  it.each<[string, string, WitnessAtFault, number]>([
    ['nothing', ' , ', 'malformed', 1],
    ['a key alone', key, 'malformed', 1],
    ['an address alone', 'http://a', 'malformed', 1],
    ['no address', `${key}=`, 'malformed', 1],
    ['two equals signs between', `${key}==http://a`, 'key-malformed', 1],
    ['a key that was copied wrong', `${key.replace('vittne', 'vittnes')}=http://a`, 'key-malformed', 1],
    [
      'the key of a log',
      `${key}=http://a ${printVerifierKey(verifierKey('log', keyTypes.ed25519, logKey))}=http://b`,
      'key-of-a-log',
      2,
    ],
    ['no scheme', `${key}=vittne.example`, 'url-malformed', 1],
    ['another scheme', `${key}=ftp://vittne.example`, 'url-malformed', 1],
    ['a password', `${key}=https://u:p@vittne.example`, 'url-malformed', 1],
    ['a query', `${key}=https://vittne.example?a`, 'url-malformed', 1],
    ['one of them twice', `${key}=http://a ${keyOf('b')}=http://b ${key}=http://c`, 'named-twice', 3],
  ])('are none with %s', (_, text, fault, place) => {
    expect(() => parseWitnesses(text)).toThrow(expect.objectContaining({ fault, place }));
  });
});
