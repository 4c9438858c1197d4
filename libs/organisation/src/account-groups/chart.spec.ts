import { accountGroupOf } from '../contract/index.js';
import { chartOn, defaultChart } from './chart.js';
import { accountGroupRenamed, accountGroupsDefined } from './fixtures.js';

const nameOn = (on: string, ...facts: Parameters<typeof chartOn>[0]) =>
  chartOn(facts, on).groups.find(({ id }) => id === 'purchasedServices')?.name;

describe('the account groups as of a date', () => {
  it('are those that come ready until others are defined', () => {
    expect(chartOn([accountGroupsDefined], '2023-12-31')).toEqual(defaultChart);
    expect(chartOn([accountGroupsDefined], '2024-01-01')).toEqual({
      ...accountGroupsDefined.data,
      since: '2024-01-01',
    });
  });

  it('keep a former name for its time', () => {
    const names = ['2024-12-31', '2025-01-01'].map((on) =>
      nameOn(on, accountGroupsDefined, accountGroupRenamed),
    );
    expect(names).toEqual(['Köp av tjänster', 'Köp av verksamhet']);
  });

  it('follow the dates from which facts hold, whatever was recorded first', () => {
    expect(nameOn('2025-06-30', accountGroupRenamed, accountGroupsDefined)).toBe('Köp av verksamhet');
  });

  it('take in the accounts of Kommun-Bas as they come ready', () => {
    const groups = ['3110', '4638', '4521', '5010', '6011', '6171', '7110', '8010', '8410'];
    expect(groups.map((account) => accountGroupOf(account, defaultChart.ranges))).toEqual([
      'revenue',
      'purchasedServices',
      'otherCosts',
      'staffCosts',
      'premisesRent',
      'otherCosts',
      'otherCosts',
      null,
      'netFinancialItems',
    ]);
  });
});
