import { accountGroupOf, isEmptyRange, rangesOverlap, type AccountRange } from './account-range.js';

const range = (from: string, to: string): AccountRange => ({ from, to, accountGroup: 'revenue' });

describe('a range of accounts', () => {
  it.each([
    ['30', '39', '30', true],
    ['30', '39', '39999', true],
    ['30', '39', '4000', false],
    ['31', '39', '3', false],
    ['4', '45', '4599', true],
    ['4', '45', '46', false],
    ['301', '301', '30', false],
  ])('%s to %s: that it takes in %s is %s', (from, to, account, expected) => {
    expect(accountGroupOf(account, [range(from, to)]) === 'revenue').toBe(expected);
  });

  it.each([
    [range('30', '39'), range('39', '40'), true],
    [range('4', '4'), range('4630', '4639'), true],
    [range('4630', '4639'), range('4', '4'), true],
    [range('40', '45'), range('46', '46'), false],
  ])('%j meets %j: %s', (a, b, expected) => {
    expect(rangesOverlap(a, b)).toBe(expected);
  });

  it('that ends before it begins has no accounts', () => {
    expect([range('59', '50'), range('50', '5'), range('5', '50')].map(isEmptyRange)).toEqual([
      true,
      false,
      false,
    ]);
  });
});
