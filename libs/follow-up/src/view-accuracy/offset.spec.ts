import { printed, printedTable, series } from '../testing/notation.js';
import { offsetRatio } from './offset.js';

describe('1 − |Σv| / Σ|v|', () => {
  it('of the printed variances of 2023 is 99,6 %: 31 405 tkr net to 135', () => {
    const variances = printedTable(`
      Verksamhetens intäkter     4 808
      Personalkostnader         10 286
      Lokalhyror                   676
      Köp av tjänster          -14 299
      Övriga kostnader          -1 336
    `);
    const ratio = offsetRatio(variances.map(([, variance]) => variance ?? Number.NaN));
    expect(ratio).toEqual({
      value: { grossOre: printed('31 405'), netOre: printed('135'), printed: '99,6 %' },
    });
  });

  it.each([
    ['100 | -100', '100,0 %'],
    ['100 | 100', '0,0 %'],
    ['-100 | -50', '0,0 %'],
    ['100 | -50', '66,7 %'],
    ['129', '0,0 %'],
  ])('of %s is %s', (variances, ratio) => {
    expect(offsetRatio(series(variances))).toMatchObject({ value: { printed: ratio } });
  });

  it('is nothing where no group varies', () => {
    expect(offsetRatio(series('0 | 0'))).toEqual({ notAvailable: 'whole-is-zero' });
    expect(offsetRatio([])).toEqual({ notAvailable: 'whole-is-zero' });
  });
});
