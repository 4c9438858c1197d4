import fc from 'fast-check';
import { canonicalJson } from '../canonical-json.js';
import { envelopeText } from '../envelope.js';
import { anyEnvelope, anyJson, sampleEnvelope } from '../testing/index.js';
import { cutEventLine, eventLine } from './event-line.js';
import { LineError } from './line-error.js';

const salt = '000102030405060708090a0b0c0d0e0f';
const envelope = envelopeText(sampleEnvelope);
const event = { envelope, content: '{"data":{}}', salt };
const erased = { envelope, content: null, salt: null };

describe('the line of an event', () => {
  it('is canonical JSON, cut again to the byte', () => {
    fc.assert(
      fc.property(anyEnvelope, anyJson, (any, data) => {
        const [text, content] = [envelopeText(any), canonicalJson({ data })];
        const line = eventLine({ envelope: text, content, salt });
        expect(line).toBe(canonicalJson({ envelope: any, content: { data }, salt }));
        expect(cutEventLine(line)).toEqual({ envelope: text, content, salt });
      }),
    );
  });

  it('has the envelope alone where the content was erased', () => {
    expect(eventLine(erased)).toBe(`{"envelope":${envelope}}`);
    expect(cutEventLine(eventLine(erased))).toEqual(erased);
  });

  it.each([{ envelope: {} }, { a: { envelope: 1, salt: salt } }, { text: ',"envelope":{},"salt":"' }])(
    'is cut where it was joined, whatever the content is: %j',
    (data) => {
      const content = canonicalJson({ data });
      expect(cutEventLine(eventLine({ envelope, content, salt }))).toEqual({ envelope, content, salt });
    },
  );

  it.each([
    ['nothing', ''],
    ['another start', eventLine(event).replace('content', 'contents')],
    ['no envelope', '{"content":{}}'],
    ['no salt', eventLine(event).replace(/,"salt".*/, '}')],
    ['a salt in capitals', eventLine(event).replace('0a0b', '0A0B')],
    ['a salt that is too long', eventLine(event).replace('0a0b', '0a0b0b')],
    ['no end', eventLine(event).slice(0, -1)],
    ['no end of an erased one', eventLine(erased).slice(0, -2)],
  ])('is refused with %s', (_name, line) => {
    expect(() => cutEventLine(line)).toThrow(LineError);
  });
});
