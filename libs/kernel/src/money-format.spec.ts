import fc from 'fast-check';
import { parseAmount, printAmount, printPercent } from './money-format.js';
import { MAX_AMOUNT_ORE } from './money.js';

describe('printing amounts', () => {
  it.each([
    [-5_727_600_000, 'tkr', {}, '-57 276'],
    [1_692_400_000, 'tkr', {}, '16 924'],
    [-5_727_600_000, 'mnkr', { decimals: 1 }, '-57,3'],
    [-5_727_600_000, 'tkr', { typographic: true }, '\u221257\u00a0276'],
    [49_999, 'tkr', {}, '0'],
    [-49_999, 'tkr', {}, '0'],
    [50_000, 'tkr', {}, '1'],
    [5, 'kr', { decimals: 2 }, '0,05'],
    [-123_456_789, 'kr', { decimals: 2 }, '-1 234 567,89'],
  ] as const)('%p öre in %s %p is %p', (amountOre, unit, options, printed) => {
    expect(printAmount(amountOre, unit, options)).toBe(printed);
  });

  it('prints shares with a decimal comma and a space before the sign', () => {
    expect(printPercent(129, 224_047, { decimals: 2 })).toBe('0,06 %');
    expect(printPercent(63_743 - 62_376, 62_376)).toBe('2,2 %');
    expect(printPercent(-1, 3, { decimals: 0, typographic: true })).toBe('\u221233\u00a0%');
  });

  it('prints no share of nothing', () => {
    expect(printPercent(129, 0)).toBeNull();
  });
});

describe('reading amounts', () => {
  it.each([
    ['16 924', 1_692_400_000, 'tkr'],
    ['16\u00a0924', 1_692_400_000, 'tkr'],
    ['16924', 1_692_400_000, 'tkr'],
    ['-57 276 tkr', -5_727_600_000, 'tkr'],
    ['\u221257 276 tkr', -5_727_600_000, 'tkr'],
    ['11,2 mnkr', 1_120_000_000, 'tenthMnkr'],
    ['10,0 mnkr', 1_000_000_000, 'tenthMnkr'],
    ['256,303 mnkr', 25_630_300_000, 'tkr'],
    ['1 234,50 kr', 123_450, 'ore'],
    ['0', 0, 'tkr'],
    ['-0', 0, 'tkr'],
  ] as const)('%p is %p öre, typed in %s', (text, amountOre, precision) => {
    expect(parseAmount(text)).toEqual({ amountOre, precision });
  });

  it.each([
    '',
    'tkr',
    '1.234',
    '1 23',
    '12 3456',
    '1,2,3',
    'NaN',
    '1e400',
    '0,001 kr',
    '100 000 000 001 kr',
    '--1',
    '1 tkr kr',
  ])('refuses %p', (text) => {
    expect(parseAmount(text)).toBeNull();
  });

  it('reads back what it prints', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -MAX_AMOUNT_ORE, max: MAX_AMOUNT_ORE }),
        fc.boolean(),
        (amountOre, typographic) => {
          const printed = printAmount(amountOre, 'kr', { decimals: 2, typographic });
          expect(parseAmount(printed, 'kr')?.amountOre).toBe(amountOre === 0 ? 0 : amountOre);
        },
      ),
    );
  });
});
