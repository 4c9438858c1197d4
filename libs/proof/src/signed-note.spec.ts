import fc from 'fast-check';
import { signNote, verifyNote } from './note-signature.js';
import { NoteError, parseNote, printNote, type NoteFailure } from './signed-note.js';
import { logKey, otherKey } from './testing/index.js';
import {
  cosignedCheckpoint,
  enochKey,
  enochLine,
  noteText,
  peterKey,
  peterLine,
  peterPrivateKey,
  sumCheckpoint,
  sumKey,
} from './testing/public-notes.js';
import { keyTypes, parseVerifierKey, verifierKey } from './verifier-key.js';

const peter = parseVerifierKey(peterKey);
const enoch = parseVerifierKey(enochKey);

const failureOf = (act: () => unknown): NoteFailure | 'none' => {
  try {
    act();
    return 'none';
  } catch (error) {
    if (error instanceof NoteError) return error.failure;
    throw error;
  }
};
const verify = (note: string, key = peter) => failureOf(() => verifyNote(parseNote(note), key));

describe('a signed note', () => {
  it('is printed as it was read', () => {
    for (const note of [`${noteText}\n${peterLine}${enochLine}`, sumCheckpoint, cosignedCheckpoint]) {
      expect(printNote(parseNote(note))).toBe(note);
    }
  });

  it('is the text up to the last empty line', () => {
    const note = parseNote(`a\n\n\nb\n\n${peterLine}`);
    expect(note.text).toBe('a\n\n\nb\n');
    expect(note.signatures).toMatchObject([{ keyName: 'PeterNeumann', keyId: 'c74f20a3' }]);
  });

  it('may be signed by up to a hundred', () => {
    expect(verify(`${noteText}\n${peterLine.repeat(100)}`)).toBe('none');
    expect(verify(`${noteText}\n${peterLine.repeat(101)}`)).toBe('malformed');
  });

  it.each([
    ['no signatures', noteText],
    ['an empty line alone below it', `${noteText}\n`],
    ['no newline at the end', `${noteText}\n${peterLine}`.slice(0, -1)],
    ['a control character', `\u0001${noteText}\n${peterLine}`],
    ['a carriage return', `${noteText.replace('\n', '\r\n')}\n${peterLine}`],
    ['a tab', `a\tb\n\n${peterLine}`],
    ['a lone surrogate', `\ud800${noteText}\n${peterLine}`],
    ['a space in a name', `${noteText}\n${peterLine.replace('Neumann', ' Neumann')}`],
    ['a space of another kind in a name', `${noteText}\n${peterLine.replace('Neumann', '\u00a0Neumann')}`],
    ['a plus sign in a name', `${noteText}\n${peterLine.replace('Neumann', '+Neumann')}`],
    ['a hyphen for the dash', `${noteText}\n${peterLine.replace('—', '-')}`],
    ['base64 of another spelling', `${noteText}\n${peterLine.replace('nAM=', 'nAN=')}`],
    ['a signature without bytes', `${noteText}\n— PeterNeumann x08gow==\n`],
    ['something after a signature', `${noteText}\n${peterLine.replace('=\n', '= x\n')}`],
    ['another line among them', `${noteText}\n${peterLine}Unexpected line.\n`],
    ['an empty line after them', `${noteText}\n${peterLine}\n`],
  ])('is refused with %s', (_name, note) => {
    expect(verify(note)).toBe('malformed');
  });

  it('is not printed where it could not be read back', () => {
    const signatures = [signNote(noteText, 'PeterNeumann', peterPrivateKey)];
    for (const text of ['', 'without newline', 'a\u0000\n']) {
      expect(failureOf(() => printNote({ text, signatures }))).toBe('malformed');
    }
    expect(failureOf(() => printNote({ text: noteText, signatures: [] }))).toBe('malformed');
  });
});

describe('the signature of a note', () => {
  it('is the published one', () => {
    const signatures = [signNote(noteText, 'PeterNeumann', peterPrivateKey)];
    expect(printNote({ text: noteText, signatures })).toBe(`${noteText}\n${peterLine}`);
  });

  it('holds beside others that are not known', () => {
    expect(verify(`${noteText}\n${peterLine}${enochLine}`)).toBe('none');
    expect(verify(`${noteText}\n${peterLine}${enochLine}`, enoch)).toBe('none');
    expect(verify(sumCheckpoint, parseVerifierKey(sumKey))).toBe('none');
  });

  it('must be there', () => {
    expect(verify(`${noteText}\n${enochLine}`)).toBe('not-signed');
    // The name of one key, or the id of one, is not that key.
    expect(verify(`${noteText}\n${enochLine.replace('EnochRoot', 'PeterNeumann')}`)).toBe('not-signed');
    expect(verify(`${noteText}\n${peterLine.replace('PeterNeumann', 'EnochRoot')}`)).toBe('not-signed');
  });

  it('must be one of this text', () => {
    expect(verify(`${noteText.replace('think', 'thought')}\n${peterLine}`)).toBe('wrong-signature');
    expect(verify(`${noteText}\n${noteText}\n${peterLine}`)).toBe('wrong-signature');
  });

  it('is refused together with a wrong one in the same name', () => {
    const wrong = peterLine.replace('9UG/', '9UH/');
    expect(verify(`${noteText}\n${wrong}`)).toBe('wrong-signature');
    expect(verify(`${noteText}\n${peterLine}${wrong}`)).toBe('wrong-signature');
    expect(verify(`${noteText}\n${wrong}${peterLine}`)).toBe('wrong-signature');
  });

  it('has the length of one', () => {
    expect(verify(`${noteText}\n— PeterNeumann x08go/Y=\n`)).toBe('wrong-signature');
    expect(verify(`${noteText}\n${peterLine.slice(0, 60)}ABCD${peterLine.slice(60)}`)).toBe(
      'wrong-signature',
    );
  });

  it('is not asked of a key that signs otherwise', () => {
    const witness = verifierKey('PeterNeumann', keyTypes.cosignature, peterPrivateKey);
    expect(() => verifyNote(parseNote(`${noteText}\n${peterLine}`), witness)).toThrow(TypeError);
  });

  it('holds for the text that was signed and the key that signed it, and no other', () => {
    const line = fc.string({ unit: 'grapheme', minLength: 1 });
    fc.assert(
      fc.property(fc.array(line, { minLength: 1 }), fc.nat(), (lines, at) => {
        const text = `${lines.join('\n')}\n`;
        const note = printNote({ text, signatures: [signNote(text, 'a.example/b', logKey)] });
        const key = verifierKey('a.example/b', keyTypes.ed25519, logKey);
        expect(verify(note, key)).toBe('none');
        expect(verify(note, verifierKey('a.example/b', keyTypes.ed25519, otherKey))).toBe('not-signed');
        const changed = lines.with(at % lines.length, `${lines[at % lines.length]}x`).join('\n');
        expect(verify(`${changed}${note.slice(text.length - 1)}`, key)).toBe('wrong-signature');
      }),
    );
  });
});
