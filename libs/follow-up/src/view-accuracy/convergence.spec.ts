import { printed, seriesWithGaps } from '../testing/notation.js';
import { convergence } from './convergence.js';

const converging = (errors: string, hasMoved = true) =>
  convergence(
    seriesWithGaps(errors).map((error, n) => ({ round: n + 1, error })),
    printed('100'),
    hasMoved,
  );

describe('the first round from which |e| ≤ 100', () => {
  it.each([
    ['900 | 500 | 100 | -50', 3],
    ['50 | 20 | -100 | 0', 1],
    ['50 | 500 | 20', 3],
    ['900 | – | 100 | – | 20', 3],
    ['900 | 100 | –', 2],
    ['900 | 100 | 101', null],
  ])('in %s is %p', (errors, fromRound) => {
    expect(converging(errors)).toEqual({ value: { fromRound, toleranceOre: printed('100') } });
  });

  it('is uninformative where the forecast never moved, however close it was', () => {
    expect(converging('129 | 129 | 129', false)).toEqual({ notAvailable: 'forecast-never-moved' });
  });

  it('needs two rounds', () => {
    expect(converging('– | 100')).toEqual({ notAvailable: 'too-few-rounds' });
  });
});
