import { series } from '../testing/notation.js';
import { shareOf } from './share.js';

describe('Σ|e| of Σ|budgeted net cost|', () => {
  it.each([
    ['129', '-224 047', '0,06 %'],
    ['-129', '-224 047', '0,06 %'],
    ['129 | -3 361', '-224 047 | -206 765', '0,81 %'],
    ['100 | -100', '-1 000 | -1 000', '10,00 %'],
    ['0', '-224 047', '0,00 %'],
    ['300', '-100', '300,00 %'],
  ])('%s of %s is %s', (errors, netCosts, printed) => {
    expect(shareOf(series(errors), series(netCosts))).toMatchObject({ value: { printed } });
  });

  it('keeps part and whole in öre', () => {
    expect(shareOf(series('-129'), series('-224 047'))).toEqual({
      value: { partOre: 12_900_000, wholeOre: 22_404_700_000, printed: '0,06 %' },
    });
  });

  it('of nothing there is no share', () => {
    expect(shareOf(series('129'), series('0'))).toEqual({ notAvailable: 'whole-is-zero' });
    expect(shareOf([], [])).toEqual({ notAvailable: 'whole-is-zero' });
  });
});
