import { valueOn, withDated, type Dated } from './dated.js';

const names: readonly Dated<string>[] = [
  { from: '2023-01-01', value: 'Socialnämnden' },
  { from: '2025-01-01', value: 'Social- och omsorgsnämnden' },
];

describe('what holds from a date', () => {
  it('holds until another takes its place', () => {
    const on = ['2022-12-31', '2023-01-01', '2024-12-31', '2025-01-01'].map((date) => valueOn(names, date));
    expect(on).toEqual([null, 'Socialnämnden', 'Socialnämnden', 'Social- och omsorgsnämnden']);
  });

  it('keeps the order of dates, whatever is recorded first', () => {
    const added = withDated(names, { from: '2024-01-01', value: 'Nämnden för socialtjänst' });
    expect(added.map(({ from }) => from)).toEqual(['2023-01-01', '2024-01-01', '2025-01-01']);
  });

  it('gives way to one recorded later for the same date', () => {
    expect(withDated(names, { from: '2025-01-01', value: 'Omsorgsnämnden' })).toEqual([
      names[0],
      { from: '2025-01-01', value: 'Omsorgsnämnden' },
    ]);
  });
});
