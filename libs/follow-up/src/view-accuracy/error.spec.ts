import { available, notAvailable } from '../fiscal-year/metric.js';
import { forecasts, printed } from '../testing/notation.js';
import { forecastError, forecastVariance } from './error.js';

const figure = (text: string) => {
  const [forecast] = forecasts(text);
  if (!forecast || !('value' in forecast)) throw new Error(text);
  return forecast.value;
};

describe('e = y − f', () => {
  it.each([
    ['0', '0', '129', '129'],
    ['-500', '0', '129', '629'],
    ['129', '0', '129', '0'],
    ['1 000', '0', '-2 000', '-3 000'],
    ['0', '-224 047', '-223 912', '135'],
    ['L -223 912', '-224 047', '-223 912', '0'],
    ['L -224 047', '-224 047', '-223 912', '135'],
    ['L 0', '0', '129', '129'],
    ['0', '0', '0', '0'],
  ])(
    'of the forecast %s, with %s budgeted and %s come out, is %s tkr',
    (forecast, budget, outcome, error) => {
      expect(forecastError(figure(forecast), printed(outcome), available(printed(budget)))).toEqual({
        value: printed(error),
      });
    },
  );

  it('needs the budget for a variance, never for a level', () => {
    const noBudget = notAvailable('budget-not-adopted');
    expect(forecastError(figure('0'), printed('129'), noBudget)).toEqual(noBudget);
    expect(forecastError(figure('L 100'), printed('129'), noBudget)).toEqual({ value: printed('29') });
  });
});

describe('the variance that a forecast amounts to', () => {
  it.each([
    ['-500', '-224 047', '-500'],
    ['L -225 000', '-224 047', '-953'],
    ['L -224 047', '-224 047', '0'],
  ])('is, for %s with %s budgeted, %s tkr', (forecast, budget, variance) => {
    expect(forecastVariance(figure(forecast), available(printed(budget)))).toEqual({
      value: printed(variance),
    });
  });
});
