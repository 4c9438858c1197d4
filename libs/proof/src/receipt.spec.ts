import fc from 'fast-check';
import { eventLine, type EventTexts } from './bundle/event-line.js';
import { canonicalJson } from './canonical-json.js';
import { signCheckpoint } from './checkpoint.js';
import { cosign } from './cosignature.js';
import { dataHashOf, envelopeText } from './envelope.js';
import { leafHash, rootAt } from './merkle.js';
import { inclusionProof } from './merkle-proof.js';
import { printReceipt, ReceiptError, verifyReceipt } from './receipt.js';
import { parseNote, printNote } from './signed-note.js';
import { distinctLeaves, hashesOf, logKey, otherKey, sampleEnvelope, witnessKey } from './testing/index.js';
import { parseTlogProof, printTlogProof } from './tlog-proof.js';
import { keyTypes, verifierKey, type VerifierKey } from './verifier-key.js';

const origin = 'paragraf.example/alingsas';
const key = verifierKey(origin, keyTypes.ed25519, logKey);
const [size, index] = [300, 170];

const salt = '000102030405060708090a0b0c0d0e0f';
const content = canonicalJson({ basis: { kind: 'decision' }, data: { purpose: 'Köp av tjänster' } });
const envelope = envelopeText({ ...sampleEnvelope, dataHash: dataHashOf(salt, content) });
const event: EventTexts = { envelope, content, salt };

const hashAt = hashesOf(distinctLeaves(size).with(index, leafHash(envelope)));
const checkpoint = signCheckpoint({ origin, size, root: rootAt(size, hashAt) }, logKey);
const receipt = { event, index, proof: inclusionProof(index, size, hashAt), checkpoint };
const text = printReceipt(receipt);

const failureOf = (given: string, by = key, witnesses: readonly VerifierKey[] = []): string => {
  try {
    verifyReceipt(given, by, witnesses);
    return 'none';
  } catch (error) {
    if (error instanceof ReceiptError) return error.failure;
    throw error;
  }
};
const withExtra = (extra: Uint8Array | null) => printTlogProof({ ...parseTlogProof(text), extra });
const withEvent = (change: Partial<EventTexts>) =>
  printReceipt({ ...receipt, event: { ...event, ...change } });

describe('a receipt', () => {
  it('proves an event with the key of the log alone', () => {
    const verified = verifyReceipt(text, key);
    expect(verified).toMatchObject({ event, index, size, checkpoint: { origin, size } });
    expect(verified.envelope).toMatchObject({ id: sampleEnvelope.id, dataHash: dataHashOf(salt, content) });
  });

  it('is a tlog-proof of the envelope with the event beside it', () => {
    const { extra, ...proof } = parseTlogProof(text);
    expect(Buffer.from(extra!).toString()).toBe(eventLine(event));
    expect(proof).toEqual({ index, proof: receipt.proof, checkpoint });
  });

  it('still proves an event whose content was erased', () => {
    const erased = { envelope, content: null, salt: null };
    expect(verifyReceipt(printReceipt({ ...receipt, event: erased }), key).event).toEqual(erased);
  });

  it('may carry what witnesses have signed', () => {
    const note = parseNote(checkpoint);
    const cosignature = cosign(note.text, 'witness.example/w1', witnessKey, 1_700_000_000);
    const cosigned = printNote({ ...note, signatures: [...note.signatures, cosignature] });
    const witnessed = printReceipt({ ...receipt, checkpoint: cosigned });
    const verified = verifyReceipt(witnessed, key);
    expect(verified.checkpoint.note.signatures).toHaveLength(2);

    const witness = verifierKey('witness.example/w1', keyTypes.cosignature, witnessKey);
    const name = `witness.example/w1+${witness.id}`;
    expect(verifyReceipt(witnessed, key, [witness]).cosignatures).toEqual([
      { witness: name, signedAt: '2023-11-14T22:13:20.000Z' },
    ]);
    expect(failureOf(text, key, [witness])).toBe('not-witnessed');
    expect(() => verifyReceipt(text, key, [witness])).toThrow(expect.objectContaining({ missing: [name] }));
  });

  it('is refused where the content is another', () => {
    expect(failureOf(withEvent({ content: content.replace('Köp', 'Kop') }))).toBe('content-changed');
    expect(failureOf(withEvent({ content: content.normalize('NFD') }))).toBe('content-changed');
    expect(failureOf(withEvent({ salt: salt.replace('00', '01') }))).toBe('content-changed');
  });

  it('is refused where the envelope or its place is another', () => {
    expect(failureOf(withEvent({ envelope: envelope.replace('§ 21', '§ 22') }))).toBe('not-included');
    expect(failureOf(printReceipt({ ...receipt, index: index + 1 }))).toBe('not-included');
    expect(failureOf(printReceipt({ ...receipt, index: size }))).toBe('not-included');
    expect(failureOf(printReceipt({ ...receipt, proof: receipt.proof.slice(1) }))).toBe('not-included');
  });

  it('is refused where the log has not vouched for the checkpoint', () => {
    const forged = signCheckpoint({ origin, size, root: rootAt(size, hashAt) }, otherKey);
    expect(failureOf(printReceipt({ ...receipt, checkpoint: forged }))).toBe('not-signed');
    expect(failureOf(text.replace(`\n${size}\n`, `\n${size + 1}\n`))).toBe('not-signed');
    expect(failureOf(text, verifierKey('paragraf.example/vargarda', keyTypes.ed25519, logKey))).toBe(
      'not-signed',
    );
  });

  it.each([
    ['no event', withExtra(null)],
    ['half an event', withExtra(Buffer.from(eventLine(event)).subarray(0, 100))],
    ['an event that is not UTF-8', withExtra(Buffer.from(eventLine(event), 'latin1'))],
    ['a byte order mark', withExtra(Buffer.from(`\ufeff${eventLine(event)}`))],
    ['an envelope of another shape', withEvent({ envelope: envelope.replace('"v":1', '"v":2') })],
    ['an extension line in the checkpoint', text.replace('\n\n—', '\nmore\n\n—')],
    ['a checkpoint without signature', text.slice(0, text.lastIndexOf('—'))],
    ['nothing', ''],
  ])('is refused with %s', (name, given) => {
    const changesTheSignedText = name === 'an extension line in the checkpoint';
    expect(failureOf(given)).toBe(changesTheSignedText ? 'not-signed' : 'malformed');
  });

  it('is refused where any character is another or missing', () => {
    const change = fc.record({
      at: fc.nat({ max: text.length - 1 }),
      by: fc.constantFrom('', 'A', '0', '\n', ' ', '='),
    });
    fc.assert(
      fc.property(change, ({ at, by }) => {
        fc.pre(text[at] !== by);
        expect(failureOf(text.slice(0, at) + by + text.slice(at + 1))).not.toBe('none');
      }),
      { numRuns: 500 },
    );
  });

  it('does not take a key that signs otherwise for the wrong key', () => {
    expect(() => verifyReceipt(text, verifierKey(origin, keyTypes.cosignature, logKey))).toThrow(TypeError);
  });
});
