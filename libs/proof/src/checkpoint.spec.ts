import { checkpointText, openCheckpoint, parseCheckpoint, signCheckpoint } from './checkpoint.js';
import { cosign } from './cosignature.js';
import { leafHash } from './merkle.js';
import { NoteError, parseNote, printNote } from './signed-note.js';
import { logKey, otherKey, witnessKey } from './testing/index.js';
import { cosignedCheckpoint, sumCheckpoint, sumKey } from './testing/public-notes.js';
import { keyTypes, parseVerifierKey, verifierKey } from './verifier-key.js';

const origin = 'paragraf.example/alingsas';
const checkpoint = { origin, size: 3, root: leafHash('') };
const root = 'bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=';
const key = verifierKey(origin, keyTypes.ed25519, logKey);
const signed = signCheckpoint(checkpoint, logKey);

const failureOf = (note: string, by = key): string => {
  try {
    openCheckpoint(note, by);
    return 'none';
  } catch (error) {
    if (error instanceof NoteError) return error.failure;
    throw error;
  }
};

describe('the text of a checkpoint', () => {
  it('is three lines', () => {
    expect(checkpointText(checkpoint)).toBe(`${origin}\n3\n${root}\n`);
    expect(parseCheckpoint(checkpointText(checkpoint))).toEqual(checkpoint);
  });

  it('is read as others write it', () => {
    expect(parseCheckpoint(parseNote(cosignedCheckpoint).text)).toMatchObject({
      origin: 'example.com/behind-the-sofa',
      size: 20_852_163,
    });
    expect(parseCheckpoint(parseNote(sumCheckpoint).text)).toMatchObject({ origin: 'go.sum database tree' });
  });

  it.each([
    ['no origin', `\n3\n${root}\n`],
    ['no size', `${origin}\n\n${root}\n`],
    ['no root', `${origin}\n3\n`],
    ['an extension line', `${origin}\n3\n${root}\nmore\n`],
    ['an empty line', `${origin}\n3\n${root}\n\n`],
    ['no newline at the end', `${origin}\n3\n${root}`],
    ['a leading zero', `${origin}\n03\n${root}\n`],
    ['a sign', `${origin}\n+3\n${root}\n`],
    ['a hexadecimal size', `${origin}\n0x3\n${root}\n`],
    ['digits of another script', `${origin}\n٣\n${root}\n`],
    ['a size that a number does not hold', `${origin}\n9007199254740992\n${root}\n`],
    ['a root that is too short', `${origin}\n3\n${root.slice(4)}\n`],
    ['a root in another spelling', `${origin}\n3\n${root.replace('0=', '1=')}\n`],
    ['a root in hexadecimal', `${origin}\n3\n${'ab'.repeat(32)}\n`],
  ])('is refused with %s', (_name, text) => {
    expect(() => parseCheckpoint(text)).toThrow(NoteError);
  });
});

describe('a signed checkpoint', () => {
  it('is opened with the key of its log', () => {
    expect(openCheckpoint(signed, key)).toEqual({ ...checkpoint, note: parseNote(signed) });
  });

  it('keeps what witnesses have signed below it', () => {
    const { text, signatures } = parseNote(signed);
    const cosignature = cosign(text, 'witness.example/w1', witnessKey, 1_700_000_000);
    const note = printNote({ text, signatures: [...signatures, cosignature] });
    expect(openCheckpoint(note, key).note.signatures).toHaveLength(2);
  });

  it('is refused with any other text', () => {
    expect(failureOf(signed.replace('\n3\n', '\n4\n'))).toBe('wrong-signature');
    expect(failureOf(signed.replace('bjQL', 'bjQM'))).toBe('wrong-signature');
    expect(failureOf(signed.replace(`${origin}\n`, `${origin}2\n`))).toBe('wrong-signature');
  });

  it('is refused with another key', () => {
    expect(failureOf(signed, verifierKey(origin, keyTypes.ed25519, otherKey))).toBe('not-signed');
    expect(failureOf(signCheckpoint(checkpoint, otherKey))).toBe('not-signed');
  });

  it('is refused for another log, even where the same key signs both', () => {
    const other = { ...checkpoint, origin: 'paragraf.example/vargarda' };
    expect(failureOf(signCheckpoint(other, logKey))).toBe('not-signed');
    expect(failureOf(sumCheckpoint, parseVerifierKey(sumKey))).toBe('wrong-origin');
  });

  it('is not made for an origin that names no key', () => {
    expect(() => signCheckpoint({ ...checkpoint, origin: 'a b' }, logKey)).toThrow();
  });
});
