import { precisions, sumOre, type FiscalYear, type Ore, type Precision } from '#libs/kernel';
import type { Effect } from '../contract/index.js';
import { byYear } from './effects.js';
import type { MeasureStatus } from './state.js';

/** What was first expected of a measure, what was expected last, and what has come out. Null: not stated. */
export interface MeasureEffects {
  readonly original: Effect | null;
  readonly current: Effect | null;
  readonly realised: Effect | null;
}

/** The sum of what several measures state for one year. */
export interface StatedSum {
  readonly amountOre: Ore;
  /** How many measures state an amount for the year. */
  readonly measures: number;
  /** The coarsest unit among them: the sum is not known more exactly. */
  readonly precision: Precision;
}

/** A plan's effects in one year. Null where no measure states any: that is not zero. */
export interface EffectsOfYear {
  /** Null for effects that are stated without a year. */
  readonly year: FiscalYear | null;
  readonly original: StatedSum | null;
  readonly current: StatedSum | null;
  readonly realised: StatedSum | null;
  /** Only the measures that state both what is expected of them and what has come out; null where there are none. */
  readonly comparable: ComparableEffects | null;
}

export interface ComparableEffects {
  readonly measures: number;
  readonly expectedOre: Ore;
  readonly realisedOre: Ore;
  /** realised − expected: negative where less came out than is expected now. */
  readonly differenceOre: Ore;
}

/** A measure as the totals see it. */
export interface MeasureInTotals {
  readonly effect: MeasureEffects;
  readonly status: MeasureStatus;
}

/** Adds up, year by year, what the measures state. Of cancelled measures nothing is expected now. */
export function effectTotals(measures: readonly MeasureInTotals[]): readonly EffectsOfYear[] {
  const all = measures.map(({ effect }) => effect);
  const standing = measures.filter(({ status }) => status !== 'cancelled').map(({ effect }) => effect);
  return yearsOf(all).map((year) => ({
    year,
    original: statedSum(
      all.map(({ original }) => original),
      year,
    ),
    current: statedSum(
      standing.map(({ current }) => current),
      year,
    ),
    realised: statedSum(
      all.map(({ realised }) => realised),
      year,
    ),
    comparable: comparable(standing, year),
  }));
}

function yearsOf(effects: readonly MeasureEffects[]): readonly (FiscalYear | null)[] {
  const stated = effects.flatMap(({ original, current, realised }) =>
    [original, current, realised].flatMap((effect) => effect?.amounts ?? []),
  );
  return [...new Set(stated.map(({ year }) => year))].toSorted(byYear);
}

function amountIn(effect: Effect | null, year: FiscalYear | null): Ore | null {
  return effect?.amounts.find((amount) => amount.year === year)?.amountOre ?? null;
}

function statedSum(effects: readonly (Effect | null)[], year: FiscalYear | null): StatedSum | null {
  const stated = effects.flatMap((effect) => {
    const amountOre = amountIn(effect, year);
    return effect === null || amountOre === null ? [] : [{ amountOre, precision: effect.precision }];
  });
  if (stated.length === 0) return null;
  const coarsest = Math.max(...stated.map(({ precision }) => precisions.indexOf(precision)));
  return {
    amountOre: sumOre(stated.map(({ amountOre }) => amountOre)),
    measures: stated.length,
    precision: precisions[coarsest] ?? 'ore',
  };
}

function comparable(effects: readonly MeasureEffects[], year: FiscalYear | null): ComparableEffects | null {
  const both = effects.flatMap(({ current, realised }) => {
    const [expectedOre, realisedOre] = [amountIn(current, year), amountIn(realised, year)];
    return expectedOre === null || realisedOre === null ? [] : [{ expectedOre, realisedOre }];
  });
  if (both.length === 0) return null;
  const expectedOre = sumOre(both.map((measure) => measure.expectedOre));
  const realisedOre = sumOre(both.map((measure) => measure.realisedOre));
  return {
    measures: both.length,
    expectedOre,
    realisedOre,
    differenceOre: sumOre([realisedOre, -expectedOre]),
  };
}
