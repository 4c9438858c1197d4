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

  it.each([
    '9007199254740993',
    '1e400',
    '-1e400',
    '1e-400',
    '0.1000000000000000055',
    '18446744073709552000',
    '9007199254740992',
    `1${'0'.repeat(50)}`,
  ])('is not held by a double: %s', (literal) => expect(isExactNumber(literal)).toBe(false));

  it('is held whenever JavaScript printed it', () => {
    const [min, max] = [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER];
    const printed = fc.property(fc.double({ noNaN: true, min, max }), (n) => isExactNumber(String(n)));

    expect(() => fc.assert(printed)).not.toThrow();
  });

  it('is held, as an integer, exactly up to 2^53 − 1', () => {
    const integers = fc.property(
      fc.bigInt({ min: 0n, max: 2n ** 64n }),
      (n) => isExactNumber(String(n)) === n < 2n ** 53n,
    );

    expect(() => fc.assert(integers, { numRuns: 1_000 })).not.toThrow();
  });
});
