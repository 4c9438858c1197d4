import { cosign } from '../cosignature.js';
import { parseNote, printNote, type NoteSignature } from '../signed-note.js';
import { bundleParts, otherKey, sampleLog, verified, witnessKey } from '../testing/index.js';
import { keyTypes, printVerifierKey, verifierKey } from '../verifier-key.js';

const keyOf = (name: string, key = witnessKey) => verifierKey(name, keyTypes.cosignature, key);
const [one, two] = [keyOf('ett.example'), keyOf('tva.example', otherKey)];
const witnesses = [one, two].map(printVerifierKey);
const [nameOfOne, nameOfTwo] = [one, two].map(({ name, id }) => `${name}+${id}`);

/** The sample log, with these signatures below that of the log. */
function bundleWith(sign: (text: string) => readonly NoteSignature[]) {
  const parts = bundleParts(sampleLog());
  const { text, signatures } = parseNote(parts.checkpoint);
  return { ...parts, checkpoint: printNote({ text, signatures: [...signatures, ...sign(text)] }) };
}

const byOne = (text: string) => cosign(text, 'ett.example', witnessKey, 1_764_000_000);
const byTwo = (text: string) => cosign(text, 'tva.example', otherKey, 1_764_000_060);

describe('a bundle that witnesses must have signed', () => {
  it('holds where all of them have, and tells when', async () => {
    const sign = (text: string) => [byTwo(text), byOne(text)];
    expect(await verified(bundleWith(sign), { witnesses })).toMatchObject({
      failure: null,
      cosignatures: [
        { witness: nameOfOne, signedAt: '2025-11-24T16:00:00.000Z' },
        { witness: nameOfTwo, signedAt: '2025-11-24T16:01:00.000Z' },
      ],
    });
    expect(await verified(bundleWith(sign))).toMatchObject({ failure: null, cosignatures: [] });
  });

  it.each<[string, (text: string) => readonly NoteSignature[], readonly (string | undefined)[]]>([
    ['nobody has', () => [], [nameOfOne, nameOfTwo]],
    ['one has not', (text) => [byOne(text)], [nameOfTwo]],
    ['one has signed another checkpoint', (text) => [byOne(text), byTwo(`${text}x\n`)], [nameOfTwo]],
    [
      'somebody else has signed in its name',
      (text) => [
        byOne(text),
        { ...byTwo(text), signature: cosign(text, 'tva.example', witnessKey, 1_764_000_060).signature },
      ],
      [nameOfTwo],
    ],
    [
      'one says that it has signed at no time that there is',
      (text) => [byOne(text), cosign(text, 'tva.example', otherKey, 8_640_000_000_001)],
      [nameOfTwo],
    ],
  ])('proves nothing where %s', async (_, sign, missing) => {
    expect(await verified(bundleWith(sign), { witnesses })).toMatchObject({
      failure: { code: 'not-witnessed', facts: { missing } },
      cosignatures: [],
      checked: { events: 0 },
    });
  });

  it('is not held against the key of a log', async () => {
    const log = printVerifierKey(verifierKey('ett.example', keyTypes.ed25519, witnessKey));
    await expect(
      verified(
        bundleWith(() => []),
        { witnesses: [log] },
      ),
    ).rejects.toThrow(TypeError);
  });
});
