import { createPublicKey, verify } from 'node:crypto';
import { checkpointText } from './checkpoint.js';
import { cosign, cosignedAt } from './cosignature.js';
import { leafHash } from './merkle.js';
import { NoteError, parseNote, printNote, type NoteSignature } from './signed-note.js';
import { logKey, otherKey, witnessKey } from './testing/index.js';
import { cosignedCheckpoint } from './testing/public-notes.js';
import { keyTypes, verifierKey } from './verifier-key.js';

const name = 'witness.example/w1';
const witness = verifierKey(name, keyTypes.cosignature, witnessKey);
const text = checkpointText({ origin: 'paragraf.example/alingsas', size: 3, root: leafHash('') });
const time = 1_679_315_147;
const cosignature = cosign(text, name, witnessKey, time);
const noteOf = (...signatures: readonly NoteSignature[]) => parseNote(printNote({ text, signatures }));
const changed = (at: number): NoteSignature => {
  const signature = Uint8Array.from(cosignature.signature);
  signature[at]! ^= 1;
  return { ...cosignature, signature };
};

describe('the cosignature of a witness', () => {
  it('is the time in eight bytes and a signature over the time and the checkpoint', () => {
    expect(cosignature).toMatchObject({ keyName: name, keyId: witness.id });
    expect(Buffer.from(cosignature.signature.subarray(0, 8)).toString('hex')).toBe('00000000641850cb');
    const message = Buffer.from(`cosignature/v1\ntime 1679315147\n${text}`);
    expect(cosignature.signature).toHaveLength(8 + 64);
    expect(verify(null, message, createPublicKey(witnessKey), cosignature.signature.subarray(8))).toBe(true);
  });

  it('has the layout of the published example', () => {
    const [, published] = parseNote(cosignedCheckpoint).signatures;
    expect(published).toMatchObject({ keyName: 'witness.example.com/w1', keyId: '8d66cf3f' });
    expect(published!.signature).toHaveLength(8 + 64);
    expect(Buffer.from(published!.signature).readBigUInt64BE()).toBe(BigInt(time));
  });

  it('tells when the checkpoint was seen, the last time where there are several', () => {
    expect(cosignedAt(noteOf(cosignature), witness)).toBe(time);
    const later = cosign(text, name, witnessKey, time + 60);
    expect(cosignedAt(noteOf(later, cosignature), witness)).toBe(time + 60);
  });

  it('may be missing', () => {
    expect(cosignedAt(noteOf(cosign(text, name, otherKey, time)), witness)).toBeNull();
    expect(cosignedAt(noteOf(cosign(text, 'witness.example/w2', witnessKey, time)), witness)).toBeNull();
  });

  it('is refused where time, signature or checkpoint is another', () => {
    for (const at of [0, 7, 8, 71]) {
      expect(() => cosignedAt(noteOf(changed(at)), witness)).toThrow(NoteError);
      expect(() => cosignedAt(noteOf(cosignature, changed(at)), witness)).toThrow(NoteError);
    }
    const other = parseNote(printNote({ text: text.replace('\n3\n', '\n4\n'), signatures: [cosignature] }));
    expect(() => cosignedAt(other, witness)).toThrow(NoteError);
  });

  it.each([1, 8, 71, 73])('is refused with %d bytes', (length) => {
    const signature = Buffer.concat([cosignature.signature, Buffer.alloc(8)]).subarray(0, length);
    expect(() => cosignedAt(noteOf({ ...cosignature, signature }), witness)).toThrow(NoteError);
  });

  it('is not mistaken for what a log signs', () => {
    expect(() => cosignedAt(noteOf(cosignature), verifierKey(name, keyTypes.ed25519, logKey))).toThrow(
      TypeError,
    );
  });

  it.each([-1, 0.5, Number.NaN, 2 ** 53])('is not given at the time %p', (wrong) => {
    expect(() => cosign(text, name, witnessKey, wrong)).toThrow(RangeError);
  });
});
