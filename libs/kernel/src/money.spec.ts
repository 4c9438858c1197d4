import fc from 'fast-check';
import { divideRounded, isAmountOre, MAX_AMOUNT_ORE, shareOre, sumOre } from './money.js';
import { fitsPrecision, roundingToleranceOre, unitOre } from './precision.js';

const amountOre = fc.integer({ min: -MAX_AMOUNT_ORE, max: MAX_AMOUNT_ORE });

describe('an amount in öre', () => {
  it.each([0, 1, -1, MAX_AMOUNT_ORE, -MAX_AMOUNT_ORE])('takes %p', (value) => {
    expect(isAmountOre(value)).toBe(true);
  });

  it.each([0.5, Number.NaN, Infinity, MAX_AMOUNT_ORE + 1, -MAX_AMOUNT_ORE - 1, 2 ** 53, '100', null])(
    'refuses %p',
    (value) => {
      expect(isAmountOre(value)).toBe(false);
    },
  );

  it('is summed exactly, for as many lines as a statement can have', () => {
    fc.assert(
      fc.property(fc.array(amountOre, { maxLength: 900 }), (amountsOre) => {
        const exact = amountsOre.reduce((sum, amount) => sum + BigInt(amount), 0n);
        expect(BigInt(sumOre(amountsOre))).toBe(exact);
      }),
    );
  });

  it('is never summed inexactly in silence', () => {
    expect(() => sumOre([Number.MAX_SAFE_INTEGER, 1])).toThrow(RangeError);
  });

  it('never becomes minus zero', () => {
    expect(Object.is(sumOre([-0]), 0)).toBe(true);
    expect(Object.is(divideRounded(-1n, 1000n), 0)).toBe(true);
  });
});

describe('rounding', () => {
  it.each([
    [5n, 10n, 1],
    [-5n, 10n, -1],
    [4n, 10n, 0],
    [15n, 10n, 2],
    [-14n, 10n, -1],
    [15n, -10n, -2],
  ])('%p / %p is %p: half goes away from zero', (numerator, denominator, rounded) => {
    expect(divideRounded(numerator, denominator)).toBe(rounded);
  });

  it.each([
    [224_047, 3_361],
    [245_082, 3_676],
    [256_303, 3_845],
  ])('1,5 %% of a grant of %p tkr is a buffer of %p tkr', (grantTkr, bufferTkr) => {
    const tkr = unitOre('tkr');
    expect(shareOre(grantTkr * tkr, 150, tkr)).toBe(bufferTkr * tkr);
  });

  it('allows ⌊(n+1)/2⌋ units for n rounded addends, and nothing for figures in öre', () => {
    expect([1, 2, 3, 4, 5].map((n) => roundingToleranceOre(n, 'tkr') / unitOre('tkr'))).toEqual([
      1, 1, 2, 2, 3,
    ]);
    expect(roundingToleranceOre(5, 'ore')).toBe(0);
  });

  it('covers every sum of figures that were rounded to the unit', () => {
    const unit = unitOre('tkr');
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -1e12, max: 1e12 }), { minLength: 1, maxLength: 30 }),
        (exactOre) => {
          const round = (ore: number) => divideRounded(BigInt(ore), BigInt(unit)) * unit;
          const difference = round(sumOre(exactOre)) - sumOre(exactOre.map(round));
          expect(Math.abs(difference)).toBeLessThanOrEqual(roundingToleranceOre(exactOre.length, 'tkr'));
        },
      ),
    );
  });

  it('tells figures that are finer than their unit', () => {
    expect(fitsPrecision(1_692_400_000, 'tkr')).toBe(true);
    expect(fitsPrecision(1_692_450_000, 'tkr')).toBe(false);
    expect(fitsPrecision(-5_000_000, 'tenthMnkr')).toBe(false);
  });
});
