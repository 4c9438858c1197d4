import { tkr } from '../../fiscal-year/fixtures.js';
import { accountsWithResult, calendarOf, evenBudget, forecastsOf } from '../../testing/reference-years.js';
import { yearDoc, yearDocs, type Facts } from '../../testing/year-docs.js';
import { accuracyOverYears } from './accuracy-over-years.js';

/** Each year's variance in tkr, and what was forecast of it at the first two rounds. */
type Years = Readonly<
  Record<number, { readonly forecasts: readonly (number | null)[]; readonly result: number }>
>;

function factsOf(years: Years): Facts {
  const entries = Object.entries(years).map(([year, { forecasts, result }]) => {
    const of = Number(year);
    return [of, [calendarOf(of), ...forecastsOf(of, forecasts), accountsWithResult(of, result)]] as const;
  });
  return {
    budget: Object.fromEntries(entries.map(([year]) => [year, [evenBudget(year)]])),
    followUp: Object.fromEntries(entries),
  };
}

const over = (years: Years) => accuracyOverYears('SN', yearDocs(factsOf(years)));

describe('a round over years', () => {
  const { rounds, scale, years } = over({
    2023: { forecasts: [0, 100], result: 400 },
    2021: { forecasts: [0, 50], result: 100 },
    2022: { forecasts: [0, null], result: -200 },
  });

  it('has the mean size, the mean and the share of its errors', () => {
    expect(years).toEqual([2021, 2022, 2023]);
    expect(rounds[0]).toMatchObject({
      meanAbsoluteError: { value: { sumOre: tkr(700), years: 3 } },
      bias: { value: { sumOre: tkr(300), years: 3, printedOre: '10 000 000,00' } },
      // 700 of 3 × 100 000
      shareOfBudgetedNetCost: { value: { printed: '0,23 %' } },
    });
  });

  it('leaves a year without a forecast out of every mean, and says why', () => {
    expect(rounds[1]?.errors).toEqual([
      { year: 2021, error: { value: tkr(50) } },
      { year: 2022, error: { notAvailable: 'no-forecast' } },
      { year: 2023, error: { value: tkr(300) } },
    ]);
    expect(rounds[1]).toMatchObject({ bias: { value: { sumOre: tkr(350), years: 2 } } });
  });

  it('is scaled by how the outcome changes from year to year: 300 and 600', () => {
    expect(scale).toEqual({ value: { sumOre: tkr(900), changes: 2 } });
    expect(rounds[0]?.scaledError).toMatchObject({ value: { printed: '0,52' } });
  });

  it('has a range of errors, no quantiles yet, and a signal within its limits', () => {
    expect(rounds[0]?.interval).toEqual({
      value: { kind: 'range', lowOre: tkr(-200), highOre: tkr(400), years: 3 },
    });
    expect(rounds[0]?.trackingSignal).toMatchObject({ value: { printed: '1,29', isBeyondLimits: false } });
  });

  it('has no error where no year has a forecast', () => {
    expect(rounds[8]).toMatchObject({
      meanAbsoluteError: { notAvailable: 'too-few-years' },
      shareOfBudgetedNetCost: { notAvailable: 'too-few-years' },
      scaledError: { notAvailable: 'too-few-years' },
      trackingSignal: { notAvailable: 'too-few-years' },
      interval: { notAvailable: 'too-few-years' },
    });
  });
});

describe('one year alone', () => {
  const { rounds, scale } = over({ 2023: { forecasts: Array.from({ length: 9 }, () => 0), result: 129 } });

  it('raises no alarm though all nine rounds err alike: they share one outcome', () => {
    for (const round of rounds) expect(round.trackingSignal).toEqual({ notAvailable: 'too-few-years' });
    expect(scale).toEqual({ notAvailable: 'too-few-years' });
  });
});

describe('five years that err the same way', () => {
  const { rounds } = over(
    Object.fromEntries([2019, 2020, 2021, 2022, 2023].map((year) => [year, { forecasts: [0], result: 100 }])),
  );

  it('are beyond the limits of the signal, with quantiles, and no scale since the outcome never changed', () => {
    expect(rounds[0]).toMatchObject({
      trackingSignal: { value: { printed: '5,00', isBeyondLimits: true } },
      interval: { value: { kind: 'quantiles', lowOre: tkr(100), highOre: tkr(100), years: 5 } },
      scaledError: { notAvailable: 'whole-is-zero' },
    });
  });
});

describe('years that cannot be compared', () => {
  it('stand in the answer with their reasons', () => {
    const facts = factsOf({ 2023: { forecasts: [0], result: 129 } });
    const { rounds, outcomeVariances } = accuracyOverYears('SN', [
      yearDoc(2022, facts),
      yearDoc(2023, facts),
    ]);
    expect(rounds[0]?.errors).toEqual([
      { year: 2022, error: { notAvailable: 'no-forecast' } },
      { year: 2023, error: { value: tkr(129) } },
    ]);
    expect(outcomeVariances[0]).toEqual({ year: 2022, variance: { notAvailable: 'accounts-not-closed' } });
  });

  it('are none at all where nothing is known', () => {
    expect(accuracyOverYears('SN', [])).toMatchObject({ years: [], rounds: [] });
  });
});
