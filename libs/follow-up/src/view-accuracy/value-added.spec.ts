import { available, notAvailable } from '../fiscal-year/metric.js';
import { printed } from '../testing/notation.js';
import { valueAdded } from './value-added.js';

describe('|e naive| − |e|', () => {
  it.each([
    ['129', '629', '500'],
    ['629', '129', '-500'],
    ['-129', '129', '0'],
    ['0', '-40', '40'],
  ])('with e = %s and naive %s is %s tkr', (error, naive, added) => {
    expect(valueAdded(available(printed(error)), available(printed(naive)))).toEqual({
      value: { naiveErrorOre: printed(naive), valueAddedOre: printed(added) },
    });
  });

  it('needs both errors', () => {
    const missing = notAvailable('outcomes-missing');
    expect(valueAdded(available(0), missing)).toEqual(missing);
    expect(valueAdded(notAvailable('no-forecast'), missing)).toEqual({ notAvailable: 'no-forecast' });
  });
});
