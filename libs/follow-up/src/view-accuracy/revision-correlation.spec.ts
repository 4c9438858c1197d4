import { seriesWithGaps } from '../testing/notation.js';
import { revisionCorrelation } from './revision-correlation.js';

describe('corr(ρ, ρ of the round before)', () => {
  it.each([
    ['100 | 200 | 300 | 400', 3, '1,00'],
    ['100 | -100 | 100 | -100', 3, '-1,00'],
    // Pairs (1, 2), (2, 1), (1, 1), (1, 3): n·Σxy − Σx·Σy = 4·8 − 5·7 = −3; √(3 · 11) = 5,745; −0,52.
    ['1 | 2 | 1 | 1 | 3', 4, '-0,52'],
    // Pairs (0, 100), (100, 0), (0, 0), (0, 100): 0 − 100·200 of √(30 000 · 40 000) is −0,577.
    ['0 | 100 | 0 | 0 | 100', 4, '-0,58'],
    // Over a gap there is no pair: (1, 2), (2, 3) and (5, 7), (7, 5): n·Σxy − Σx·Σy = 4·78 − 15·17 = 57; √(91·59) = 73,27.
    ['1 | 2 | 3 | – | 5 | 7 | 5', 4, '0,78'],
  ])('of %s over %d pairs is %s', (moves, pairs, printed) => {
    expect(revisionCorrelation(seriesWithGaps(moves))).toEqual({ value: { pairs, printed } });
  });

  it('needs three pairs: through two points there is always a line', () => {
    expect(revisionCorrelation(seriesWithGaps('100 | 200 | 50'))).toEqual({ notAvailable: 'too-few-rounds' });
    expect(revisionCorrelation(seriesWithGaps('100 | – | 50 | 70 | –'))).toEqual({
      notAvailable: 'too-few-rounds',
    });
  });

  it('says nothing where nothing varies, as for nine forecasts of 0', () => {
    expect(revisionCorrelation(seriesWithGaps('0 | 0 | 0 | 0 | 0 | 0 | 0 | 0'))).toEqual({
      notAvailable: 'no-variation',
    });
  });

  it('is exact for amounts whose products no floating-point number holds', () => {
    const moves = '99 999 999 | 100 000 000 | 99 999 999 | 100 000 000 | 99 999 999';
    expect(revisionCorrelation(seriesWithGaps(moves))).toEqual({ value: { pairs: 4, printed: '-1,00' } });
  });
});
