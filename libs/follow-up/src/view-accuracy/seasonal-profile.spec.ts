import { printed, series } from '../testing/notation.js';
import { seasonalProjection } from './seasonal-profile.js';

/** Light springs and heavy autumns: after three months a fifth of the year. */
const season = series('-10 | -10 | -10 | -10 | -10 | -10 | -15 | -15 | -15 | -15 | -15 | -15');
const doubled = season.map((ore) => 2 * ore);

describe('the year as earlier years went', () => {
  it.each([
    ['-20 | -20 | -20', '-300', 3],
    ['-10', '-150', 1],
    ['-12 | -8', '-150', 2],
  ])('from %s comes to %s after %d months', (months, netCost, count) => {
    expect(seasonalProjection(series(months), [season])).toEqual({
      value: { netCostOre: printed(netCost), months: count },
    });
  });

  it('takes the shares of several years together', () => {
    const later = series('-20 | -20 | -20 | -5 | -5 | -5 | -5 | -5 | -5 | -5 | -5 | 0');
    // After a month 10 + 20 of 150 + 300.
    expect(seasonalProjection(series('-25'), [season, doubled])).toEqual({
      value: { netCostOre: printed('-375'), months: 1 },
    });
    expect(seasonalProjection(series('-9 | -9 | -9'), [season, later])).toEqual({
      value: { netCostOre: printed('-75'), months: 3 },
    });
  });

  it('needs months of this year and whole earlier years', () => {
    expect(seasonalProjection([], [season])).toEqual({ notAvailable: 'outcomes-missing' });
    expect(seasonalProjection(series('-10'), [])).toEqual({ notAvailable: 'no-earlier-years' });
  });

  it('divides by nothing where earlier years had cost nothing so far', () => {
    const lateStart = series('0 | 0 | -10 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0');
    expect(seasonalProjection(series('-10 | -10'), [lateStart])).toEqual({ notAvailable: 'whole-is-zero' });
  });

  it('is nothing beyond what any municipality has', () => {
    const nearlyNothing = [-1, ...series('-100 000 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0')];
    expect(seasonalProjection(series('-100 000'), [nearlyNothing])).toEqual({ notAvailable: 'out-of-range' });
  });
});
