import { cosign, keyTypes, parseNote, printNote, signCheckpoint, sizeType, verifierKey } from '#libs/proof';
import { logKey, otherKey, witnessKey } from '#libs/proof/testing';
import { nextStep, signatureIn, type NextStep } from './witness-answer.js';

const answer = (status: number, body = '', contentType = 'text/plain') => ({ status, contentType, body });
const size = (text: string) => answer(409, text, sizeType);

describe('what follows from the answer of a witness', () => {
  it.each<[string, ReturnType<typeof answer>, number, NextStep]>([
    ['a signature', answer(200), 3, { step: 'verify' }],
    ['another size', size('5\n'), 3, { step: 'ask-again', oldSize: 5 }],
    ['that it has signed nothing', size('0\n'), 3, { step: 'ask-again', oldSize: 0 }],
    ['the size that is asked about', size('7\n'), 3, { step: 'ask-again', oldSize: 7 }],
    [
      'a larger size',
      size('8\n'),
      3,
      { step: 'contradicted', contradiction: { code: 'saw-more', witnessSize: 8 } },
    ],
    [
      'a conflict about the very size',
      answer(409),
      7,
      { step: 'contradicted', contradiction: { code: 'saw-another-tree', witnessSize: 7 } },
    ],
    [
      'the very size as a conflict',
      size('7\n'),
      7,
      { step: 'contradicted', contradiction: { code: 'saw-another-tree', witnessSize: 7 } },
    ],
    [
      'that the proof does not hold',
      answer(422),
      3,
      { step: 'contradicted', contradiction: { code: 'saw-another-tree', witnessSize: 3 } },
    ],
    ['that no proof does not hold', answer(422), 0, { step: 'give-up', reason: 'it answered 422' }],
    [
      'a conflict without a size',
      answer(409, '5\n'),
      3,
      { step: 'give-up', reason: 'it answered 409 and no size that it has signed' },
    ],
    [
      'a size that is none',
      size('five\n'),
      3,
      { step: 'give-up', reason: 'it answered 409 and no size that it has signed' },
    ],
    ['an unknown log', answer(404), 3, { step: 'give-up', reason: expect.stringContaining('know the log') }],
    ['an unknown key', answer(403), 3, { step: 'give-up', reason: expect.stringContaining('trust the key') }],
    ['a redirection', answer(301), 3, { step: 'give-up', reason: 'it answered 301' }],
    ['its own failure', answer(500), 3, { step: 'give-up', reason: 'it answered 500' }],
  ])('%s', (_, given, oldSize, step) => {
    expect(nextStep(given, { oldSize, size: 7 })).toEqual(step);
  });
});

describe('a signature in an answer', () => {
  const note = signCheckpoint({ origin: 'log', size: 7, root: Buffer.alloc(32, 1) }, logKey);
  const { text } = parseNote(note);
  const witness = verifierKey('vittne.example', keyTypes.cosignature, witnessKey);
  const line = (of: string, name = 'vittne.example', key = witnessKey) =>
    printNote({ text, signatures: [cosign(of, name, key, 1_764_000_000)] }).slice(text.length + 1);

  it('is that of the witness', () => {
    const body = `${line(text, 'annan.example', otherKey)}${line(text)}`;
    expect(signatureIn(body, text, witness)).toEqual(
      cosign(text, 'vittne.example', witnessKey, 1_764_000_000),
    );
  });

  it.each([
    ['nothing', ''],
    ['no line of a signature', 'signed\n'],
    ['a line that does not end', line(text).trimEnd()],
    ['another witness', line(text, 'annan.example', witnessKey)],
    ['a key of the same name', line(text, 'vittne.example', otherKey)],
    ['another checkpoint', line(text.replace('7', '8'))],
    ['one that holds and one that does not', `${line(text)}${line(text.replace('7', '8'))}`],
    ['a note of its own', `and more\n\n${line(text)}`],
  ])('is none of %s', (_, body) => {
    expect(signatureIn(body, text, witness)).toBeNull();
  });
});
