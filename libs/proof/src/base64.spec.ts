import fc from 'fast-check';
import { decodeBase64, encodeBase64 } from './base64.js';

describe('base64', () => {
  it('is read back as the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect([...decodeBase64(encodeBase64(bytes))!]).toEqual([...bytes]);
      }),
    );
  });

  it.each([
    ['without padding', 'AQI'],
    ['with too much of it', 'AQI=='],
    ['with bits that say nothing', 'AQJ='],
    ['of the alphabet for addresses', '-_8='],
    ['with white space', 'AQ I='],
    ['with a newline at the end', 'AQI=\n'],
    ['with other characters', 'AQI=§'],
    ['in two parts', 'AQI=AQI='],
  ])('is refused %s', (_name, text) => {
    expect(decodeBase64(text)).toBeNull();
  });
});
