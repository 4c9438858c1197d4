import fc from 'fast-check';
import { isExactNumber } from './exact-number.js';

describe('a number as it is written', () => {
  it.each([
    '0',
    '-0',
    '1',
    '-57276',
    '100',
    '1e2',
    '100.0',
    '11.20',
    '0.1',
    '1E+3',
    '9007199254740991',
    '5e-324',
  ])('is held by a double: %s', (literal) => expect(isExactNumber(literal)).toBe(true));

  it.each(['9007199254740993', '1e400', '-1e400', '1e-400', '0.1000000000000000055', `1${'0'.repeat(50)}`])(
    'is not held by a double: %s',
    (literal) => expect(isExactNumber(literal)).toBe(false),
  );

  it('is held whenever JavaScript printed it', () => {
    const printed = fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (n) =>
      isExactNumber(String(n)),
    );

    expect(() => fc.assert(printed)).not.toThrow();
  });

  it('is held for an integer only where the double is that integer, and always up to 2^53', () => {
    const integers = fc.property(fc.bigInt({ min: 0n, max: 2n ** 64n }), (n) =>
      isExactNumber(String(n)) ? BigInt(Number(n)) === n : n > 2n ** 53n,
    );

    expect(() => fc.assert(integers)).not.toThrow();
  });
});
