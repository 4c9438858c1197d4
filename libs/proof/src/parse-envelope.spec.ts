import fc from 'fast-check';
import { canonicalJson } from './canonical-json.js';
import { envelopeText } from './envelope.js';
import { EnvelopeError, parseEnvelope } from './parse-envelope.js';
import { anyEnvelope, sampleEnvelope } from './testing/index.js';

const text = envelopeText(sampleEnvelope);
const refusalOf = (envelope: string): string => {
  try {
    parseEnvelope(envelope);
  } catch (error) {
    if (error instanceof EnvelopeError) return error.message;
  }
  throw new Error('It was not refused.');
};
const changed = (change: object) => refusalOf(canonicalJson({ ...sampleEnvelope, ...change }));

describe('reading an envelope', () => {
  it('gives back what was written', () => {
    fc.assert(
      fc.property(anyEnvelope, (envelope) => {
        expect(parseEnvelope(envelopeText(envelope))).toEqual(envelope);
      }),
    );
  });

  it.each(Object.keys(sampleEnvelope))('demands %s', (name) => {
    expect(changed({ [name]: undefined })).toBe(`The envelope lacks ${name}.`);
  });

  it.each([
    ['v', 2],
    ['v', '1'],
    ['id', ''],
    ['id', 7],
    ['type', null],
    ['schema', 0],
    ['schema', 1.5],
    ['stream', 'budget-SN.2025'],
    ['stream', 'alingsas:budget:SN'],
    ['revision', -1],
    ['revision', '0'],
    ['prev', ''],
    ['dataHash', null],
    ['dataHash', 'ab'],
    ['dataHash', sampleEnvelope.dataHash.toUpperCase()],
    ['committee', ''],
    ['actor', null],
    ['actor', []],
    ['effectiveOn', '2025-02-29'],
    ['effectiveOn', '2025-3-18'],
    ['recordedAt', '2025-03-19T07:12:44Z'],
    ['recordedAt', '2025-03-19T24:00:00.000Z'],
    ['recordedAt', '2025-03-19T07:12:44.501+01:00'],
    ['commandId', null],
    ['correlationId', null],
    ['causationId', 3],
    ['decision', false],
    ['sealedAt', null],
    ['sealedAt', '2025-03-19'],
  ])('takes no %s that is %p', (name, value) => {
    expect(changed({ [name]: value })).toMatch(new RegExp(`^The envelope has ${name} that is not`));
  });

  it('takes an actor of exactly its three fields', () => {
    const { actor } = sampleEnvelope;
    expect(changed({ actor: { ...actor, role: undefined } })).toBe('The envelope lacks actor.role.');
    expect(changed({ actor: { ...actor, id: 1 } })).toMatch(/^The envelope has actor.id that is not/);
    expect(changed({ actor: { ...actor, name: 'A' } })).toMatch(/field actor.name/);
  });

  it('takes no other field', () => {
    expect(changed({ data: {} })).toBe('The envelope has an unknown field data.');
    expect(refusalOf(`{"__proto__":{},${text.slice(1)}`)).toMatch(/field __proto__/);
  });

  it('links every event but the first of its stream to the one before', () => {
    const { dataHash } = sampleEnvelope;
    expect(changed({ prev: dataHash })).toMatch(/has prev/);
    expect(changed({ revision: 1 })).toMatch(/has prev/);
    expect(parseEnvelope(canonicalJson({ ...sampleEnvelope, revision: 1, prev: dataHash })).prev).toBe(
      dataHash,
    );
  });

  it.each([
    ['other spacing', text.replace(':', ': '), /canonical/],
    ['another order', JSON.stringify(sampleEnvelope), /canonical/],
    ['a field twice', text.replace('"v":1', '"v":1,"v":1'), /canonical/],
    ['a needless escape', text.replace('SN', String.raw`\u0053N`), /canonical/],
    ['another spelling of a number', text.replace('"v":1', '"v":1.0'), /canonical/],
    ['a lone surrogate', text.replace('controller-1', String.raw`\ud800`), /lone surrogate/],
    ['a byte order mark', `\ufeff${text}`, /not JSON/],
    ['half of it', text.slice(0, 100), /not JSON/],
    ['a list', '[]', /not an object/],
    ['null', 'null', /not an object/],
  ])('refuses %s', (_name, envelope, why) => {
    expect(refusalOf(envelope)).toMatch(why);
  });
});
