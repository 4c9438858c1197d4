import { parseTlogProof, printTlogProof, TlogProofError } from './tlog-proof.js';
import { sumCheckpoint, sumProof } from './testing/public-notes.js';

const hash = 'bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=';
const proofWith = (...lines: readonly string[]) =>
  ['c2sp.org/tlog-proof@v1', ...lines, '', sumCheckpoint].join('\n');

describe('a tlog-proof', () => {
  it('is read as others write it, and printed the same', () => {
    const proof = parseTlogProof(sumProof);
    expect(proof).toMatchObject({ extra: null, index: 43_930_254, checkpoint: sumCheckpoint });
    expect(proof.proof).toHaveLength(26);
    expect(printTlogProof(proof)).toBe(sumProof);
  });

  it('may have extra data, and no hashes at all', () => {
    const text = proofWith('extra ZXh0cmEgaW5mb3JtYXRpb24=', 'index 0');
    const proof = parseTlogProof(text);
    expect(Buffer.from(proof.extra!).toString()).toBe('extra information');
    expect(proof).toMatchObject({ index: 0, proof: [] });
    expect(printTlogProof(proof)).toBe(text);
    expect(printTlogProof(parseTlogProof(proofWith('extra ', 'index 0')))).toBe(
      proofWith('extra ', 'index 0'),
    );
  });

  it.each([
    ['no checkpoint', proofWith('index 0').split('\n\n')[0]!],
    ['another first line', proofWith('index 0').replace('@v1', '@v2')],
    ['no index', proofWith(hash)],
    ['nothing but a first line', proofWith()],
    ['an index with a leading zero', proofWith('index 00')],
    ['a negative index', proofWith('index -1')],
    ['an index that a number does not hold', proofWith('index 9007199254740992')],
    ['an index in words', proofWith('index one')],
    ['extra data after the index', proofWith('index 0', 'extra AA==')],
    ['extra data twice', proofWith('extra AA==', 'extra AA==', 'index 0')],
    ['extra data that is not base64', proofWith('extra !!', 'index 0')],
    ['a hash that is not base64', proofWith('index 0', '!!')],
    ['a hash in another spelling', proofWith('index 0', hash.replace('0=', '1='))],
    ['a hash that is too short', proofWith('index 0', hash.slice(4))],
    ['a line break of another kind', proofWith('index 0').replaceAll('\n', '\r\n')],
  ])('is refused with %s', (_name, text) => {
    expect(() => parseTlogProof(text)).toThrow(TlogProofError);
  });
});
