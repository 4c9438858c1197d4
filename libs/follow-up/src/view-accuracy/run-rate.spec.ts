import { printed, series } from '../testing/notation.js';
import { runRate } from './run-rate.js';

describe('the year as it began', () => {
  it.each([
    ['-18 000 | -18 000', '-216 000', 2],
    ['-18 000 | -20 000 | -19 000', '-228 000', 3],
    ['0', '0', 1],
    ['500', '6 000', 1],
  ])('from %s comes to %s after %d months', (months, netCost, count) => {
    expect(runRate(series(months))).toEqual({ value: { netCostOre: printed(netCost), months: count } });
  });

  it('is rounded to an öre, half away from zero', () => {
    expect(runRate([-1, 0, 0, 0, 0, 0, 0])).toEqual({ value: { netCostOre: -2, months: 7 } });
    expect(runRate([-1, 0, 0, 0, 0, 0, 0, 0])).toEqual({ value: { netCostOre: -2, months: 8 } });
  });

  it('needs a month', () => {
    expect(runRate([])).toEqual({ notAvailable: 'outcomes-missing' });
  });

  it('is nothing beyond what any municipality has', () => {
    expect(runRate([-10_000_000_000_000])).toEqual({ notAvailable: 'out-of-range' });
  });
});
