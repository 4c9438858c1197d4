import fc from 'fast-check';
import { envelopeText, type Envelope } from './envelope.js';
import { EnvelopeError, readClosely } from './parse-envelope.js';
import { anyEnvelope, sampleEnvelope } from './testing/index.js';
import { isUsualEnvelope } from './usual-envelope.js';

const written = envelopeText(sampleEnvelope);

/** What a close reading makes of a text: the envelope, or null. */
function closely(text: string): unknown {
  try {
    return readClosely(text);
  } catch (error) {
    if (error instanceof EnvelopeError) return null;
    throw error;
  }
}

/** Whether a close reading takes what is taken at a glance; but for days that no month has, which a glance passes over. */
function agree(text: string): boolean {
  if (!isUsualEnvelope(text) || closely(text) !== null) return true;
  const { effectiveOn, recordedAt } = JSON.parse(text) as Envelope;
  return [effectiveOn, recordedAt].some(isNoDay);
}
const isNoDay = (time: string) =>
  Number.isNaN(Date.parse(time)) || !new Date(time).toISOString().startsWith(time.slice(0, 10));

describe('an envelope told at a glance', () => {
  it.each([
    sampleEnvelope,
    { ...sampleEnvelope, revision: 7, prev: sampleEnvelope.dataHash },
    { ...sampleEnvelope, basis: 'uncited' as const, decision: null, committee: null },
    { ...sampleEnvelope, causationId: sampleEnvelope.commandId, recordedAt: '2024-02-29T23:59:59.999Z' },
  ])('is one that is written as usual: %j', (envelope) => {
    expect(isUsualEnvelope(envelopeText(envelope))).toBe(true);
  });

  it('is none that a close reading would refuse', () => {
    fc.assert(fc.property(anyEnvelope, (envelope) => expect(agree(envelopeText(envelope))).toBe(true)));
  });

  it('is none that a close reading would refuse, whatever character is put in, taken out or changed anywhere', () => {
    const alphabet = [
      '',
      '"',
      '\\',
      '0',
      '9',
      ':',
      ',',
      '}',
      'å',
      '\u0000',
      '\ud83d',
      '\u2028',
      '\n',
      ' ',
      '-',
    ];
    const texts = Array.from({ length: written.length + 1 }, (_, at) =>
      alphabet.flatMap((character) => [
        written.slice(0, at) + character + written.slice(at),
        written.slice(0, at) + character + written.slice(at + 1),
      ]),
    ).flat();
    expect(texts.filter((text) => !agree(text))).toEqual([]);
    // What is tried is worth trying: some are still envelopes, as where a letter of a name is another one.
    expect(texts.filter((text) => text !== written && isUsualEnvelope(text))).not.toEqual([]);
  });

  it.each([
    ['an escaped character', envelopeText({ ...sampleEnvelope, decision: 'SN 2025-03-18, § "21"' })],
    ['a pair of surrogates', envelopeText({ ...sampleEnvelope, decision: 'SN 🙂' })],
    ['a time of sealing', envelopeText({ ...sampleEnvelope, sealedAt: sampleEnvelope.recordedAt })],
  ])('with %s is left to a close reading', (_, text) => {
    expect(isUsualEnvelope(text)).toBe(false);
    expect(closely(text)).not.toBeNull();
  });
});
