import type { Effect } from '../contract/index.js';
import { effectTotals, type MeasureInTotals } from './effect-totals.js';
import { tkr } from './fixtures.js';

const measure = (
  original: Effect | null,
  current: Effect | null,
  realised: Effect | null,
  status: MeasureInTotals['status'] = 'ongoing',
): MeasureInTotals => ({ effect: { original, current, realised }, status });

describe('what was promised and what came out', () => {
  it('is nothing at all where no measure states anything, which is not zero', () => {
    expect(effectTotals([measure(null, null, null), measure(null, null, null)])).toEqual([]);
  });

  it('is added up year by year, and compared only over measures that state both', () => {
    const totals = effectTotals([
      measure(tkr([2024, 300], [2025, 600]), tkr([2024, 300], [2025, 500]), tkr([2024, 250])),
      measure(null, tkr([2025, 1_200]), tkr([2025, 900])),
      measure(tkr([2025, 100]), tkr([2025, 100]), null),
    ]);
    const sum = (thousands: number, measures: number) => ({
      amountOre: thousands * 100_000,
      measures,
      precision: 'tkr',
    });
    expect(totals).toEqual([
      {
        year: 2024,
        original: sum(300, 1),
        current: sum(300, 1),
        realised: sum(250, 1),
        comparable: {
          measures: 1,
          expectedOre: 30_000_000,
          realisedOre: 25_000_000,
          differenceOre: -5_000_000,
        },
      },
      {
        year: 2025,
        original: sum(700, 2),
        current: sum(1_800, 3),
        realised: sum(900, 1),
        comparable: {
          measures: 1,
          expectedOre: 120_000_000,
          realisedOre: 90_000_000,
          differenceOre: -30_000_000,
        },
      },
    ]);
  });

  it('leaves what is expected of cancelled measures out, but not what came out of them', () => {
    const [year] = effectTotals([measure(tkr([2025, 400]), tkr([2025, 400]), tkr([2025, 50]), 'cancelled')]);
    expect(year).toMatchObject({
      original: { amountOre: 40_000_000 },
      current: null,
      realised: { amountOre: 5_000_000 },
      comparable: null,
    });
  });

  it('is known no more exactly than its coarsest figure; without a year it stands last', () => {
    const exact: Effect = { precision: 'ore', amounts: [{ year: null, amountOre: 123 }] };
    const coarse: Effect = {
      precision: 'mnkr',
      amounts: [
        { year: 2025, amountOre: 0 },
        { year: null, amountOre: 100_000_000 },
      ],
    };
    expect(effectTotals([measure(exact, null, null), measure(coarse, null, null)])).toMatchObject([
      { year: 2025, original: { amountOre: 0, measures: 1 } },
      { year: null, original: { amountOre: 100_000_123, measures: 2, precision: 'mnkr' } },
    ]);
  });
});
