import { series } from '../../testing/notation.js';
import { errorInterval } from './interval.js';
import { bias, meanAbsoluteError } from './mean-error.js';
import { scaledError, scaleOf } from './scaled-error.js';
import { trackingSignal } from './tracking-signal.js';

const yearsFrom = (first: number, variances: string) =>
  series(variances).map((varianceOre, n) => ({ year: first + n, varianceOre }));

describe('mean errors of a round over years', () => {
  it.each([
    ['129', '12900000,00', '12900000,00'],
    ['129 | -3 361', '174500000,00', '-161600000,00'],
    ['1 | 1 | -1', '100000,00', '33333,33'],
  ])('of %s are in öre %s in size and %s with sign', (errors, size, signed) => {
    expect([meanAbsoluteError(series(errors)), bias(series(errors))].map(printedOre)).toEqual([size, signed]);
  });

  it('keep the sum and the years', () => {
    expect(bias(series('129 | -3 361'))).toMatchObject({ value: { sumOre: -323_200_000, years: 2 } });
  });

  it('need a year', () => {
    expect([meanAbsoluteError([]), bias([])]).toEqual([
      { notAvailable: 'too-few-years' },
      { notAvailable: 'too-few-years' },
    ]);
  });
});

const printedOre = (mean: ReturnType<typeof bias>) =>
  'value' in mean ? mean.value.printedOre.replaceAll(' ', '') : mean;

describe('MASE', () => {
  const scaled = (errors: string, outcomes: string) =>
    scaledError(meanAbsoluteError(series(errors)), scaleOf(yearsFrom(2021, outcomes)));

  it.each([
    // |200 − 100| and |−100 − 200| make 200 a year.
    ['100', '100 | 200 | -100', '0,50'],
    ['400 | -200', '100 | 200 | -100', '1,50'],
    ['0', '100 | 200 | -100', '0,00'],
  ])('of %s where the outcomes were %s is %s', (errors, outcomes, printed) => {
    expect(scaled(errors, outcomes)).toMatchObject({ value: { printed } });
  });

  it('needs three years, so that the outcome has changed twice', () => {
    expect(scaled('100', '100 | 200')).toEqual({ notAvailable: 'too-few-years' });
  });

  it('never takes years apart for neighbours', () => {
    const [y2019, y2021, y2022] = [2019, 2021, 2022].map((year) => ({ year, varianceOre: year }));
    expect(scaleOf([y2019!, y2021!, y2022!])).toEqual({ notAvailable: 'too-few-years' });
  });

  it('is not available where the outcome never changed', () => {
    expect(scaled('100', '50 | 50 | 50')).toEqual({ notAvailable: 'whole-is-zero' });
  });

  it('is not available without errors', () => {
    expect(scaledError(meanAbsoluteError([]), scaleOf(yearsFrom(2021, '1 | 2 | 3')))).toEqual({
      notAvailable: 'too-few-years',
    });
  });
});

describe('the tracking signal', () => {
  it.each([
    ['100 | 100 | 100 | 100', '4,00', false],
    ['100 | 100 | 100 | 100 | 100', '5,00', true],
    ['-100 | -100 | -100 | -100 | -100', '-5,00', true],
    ['100 | -100 | 100 | -100', '0,00', false],
    // 400 / (600 / 5)
    ['100 | 100 | 100 | 200 | -100', '3,33', false],
  ])('of %s is %s; beyond its limits: %p', (errors, printed, isBeyondLimits) => {
    expect(trackingSignal(series(errors))).toMatchObject({ value: { printed, isBeyondLimits } });
  });

  it('needs two years, and an error', () => {
    expect(trackingSignal(series('129'))).toEqual({ notAvailable: 'too-few-years' });
    expect(trackingSignal(series('0 | 0'))).toEqual({ notAvailable: 'whole-is-zero' });
  });
});

describe('between what past errors have lain', () => {
  const between = (errors: string) => errorInterval(series(errors));

  it.each([
    ['129', 'range', '129 | 129'],
    ['129 | -3 361', 'range', '-3 361 | 129'],
    ['4 | 1 | 3 | 2', 'range', '1 | 4'],
    ['5 | 4 | 1 | 3 | 2', 'quantiles', '1 | 5'],
    ['10 | 9 | 8 | 7 | 6 | 5 | 4 | 3 | 2 | 1', 'quantiles', '1 | 9'],
    ['11 | 10 | 9 | 8 | 7 | 6 | 5 | 4 | 3 | 2 | 1', 'quantiles', '2 | 10'],
  ])('of %s is, as %s, %s', (errors, kind, expected) => {
    const [lowOre, highOre] = series(expected);
    expect(between(errors)).toMatchObject({ value: { kind, lowOre, highOre } });
  });

  it('needs a year', () => {
    expect(errorInterval([])).toEqual({ notAvailable: 'too-few-years' });
  });
});
