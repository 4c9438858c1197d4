import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { canonicalJson, CanonicalJsonError } from './canonical-json.js';
import { dataHashOf, envelopeText, hashOfEnvelope } from './envelope.js';
import { sha256Hex } from './hash.js';
import { anyEnvelope, sampleEnvelope } from './testing/index.js';

const salt = '000102030405060708090a0b0c0d0e0f';

describe('the text of an envelope', () => {
  it('is its canonical JSON', () => {
    fc.assert(
      fc.property(anyEnvelope, (envelope) => {
        expect(envelopeText(envelope)).toBe(canonicalJson(envelope));
      }),
    );
  });

  it('stays as it is, for every hash rests on it', () => {
    expect(envelopeText(sampleEnvelope)).toBe(
      '{"actor":{"committee":"SN","id":"controller-1","role":"controller"},"basis":"decision","causationId":null,' +
        '"commandId":"9d0f1f6e-6c43-4c39-9c53-0d8f1b1a7e11","committee":"SN",' +
        '"correlationId":"9d0f1f6e-6c43-4c39-9c53-0d8f1b1a7e11",' +
        '"dataHash":"6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",' +
        '"decision":"SN 2025-03-18, § 21","effectiveOn":"2025-03-18","id":"4f7e1a52-30c8-5b9d-8d7e-0c1f2a3b4c5d",' +
        '"prev":null,"recordedAt":"2025-03-19T07:12:44.501Z","revision":0,"schema":1,' +
        '"stream":"alingsas:budget-SN.2025","type":"BudgetReallocated","v":1}',
    );
  });

  it('is refused where a part of it is no Unicode text', () => {
    expect(() => envelopeText({ ...sampleEnvelope, decision: '\ud800' })).toThrow(CanonicalJsonError);
  });

  it('is hashed as UTF-8', () => {
    const text = envelopeText(sampleEnvelope);
    const hash = createHash('sha256').update(Buffer.from(text, 'utf8')).digest('hex');
    expect(hashOfEnvelope(text)).toBe(hash);
    expect(sha256Hex(new TextEncoder().encode(text))).toBe(hash);
    expect(sha256Hex('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });
});

describe('the hash of a content', () => {
  const content = canonicalJson({ data: { purpose: 'Köp av tjänster' } });

  it('is SHA-256 over the bytes of the salt, then those of the text', () => {
    const bytes = Buffer.concat([Buffer.from(salt, 'hex'), Buffer.from(content, 'utf8')]);
    expect(dataHashOf(salt, content)).toBe(createHash('sha256').update(bytes).digest('hex'));
  });

  it('differs with the salt', () => {
    expect(dataHashOf(salt, content)).not.toBe(dataHashOf(salt.replace('00', '01'), content));
  });

  it.each(['', '00', `${salt}00`, salt.toUpperCase(), `${salt.slice(1)}g`])('takes no salt %p', (other) => {
    expect(() => dataHashOf(other, content)).toThrow(TypeError);
  });
});
