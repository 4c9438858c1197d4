import { foldInto } from '#libs/kernel';
import { record } from '#libs/kernel/testing';
import { budgetStreamId, type BudgetEvent } from '../contract/index.js';
import {
  budgetAdopted,
  budgetReclassified,
  changeOf,
  recordedStatement,
  reserveMoved,
  reserveSet,
  tkr,
  type StatementTkr,
} from '../fiscal-year/fixtures.js';
import { comparedYears, type ComparedYear } from './compared-year.js';
import { compareBudgets } from './comparison.js';

const figures2023: StatementTkr = [16_924, -137_901, -12_595, -57_276, -33_199, 224_047, 0];
const figures2024: StatementTkr = [31_417, -158_695, -17_416, -62_376, -38_013, 245_082, 0];

function budgetOf(year: number, figures: StatementTkr, grossCost: number, netCost: number): BudgetEvent {
  const data = {
    ...recordedStatement(year, figures, grossCost, netCost),
    precision: 'tkr' as const,
    planYears: [],
  };
  return { ...budgetAdopted, data };
}

const reserveOf = (thousands: number): BudgetEvent => ({
  ...reserveSet,
  data: { ...reserveSet.data, amountOre: tkr(thousands) },
});

const inYear = (year: number, ...facts: readonly BudgetEvent[]) =>
  record(budgetStreamId('alingsas', 'SN', year), facts);

const log = [
  ...inYear(2023, budgetOf(2023, figures2023, -240_971, -224_047), reserveOf(3_361)),
  ...inYear(2024, budgetOf(2024, figures2024, -276_500, -245_082), reserveOf(3_676), budgetReclassified),
  ...inYear(2025, budgetAdopted, reserveSet, reserveMoved),
];

function compare(years: readonly number[], reclassified = true, events = log) {
  const docs = [...foldInto(comparedYears, new Map<string, ComparedYear>(), events).values()];
  return compareBudgets({ committee: 'SN', years, reclassified }, docs);
}

function rowOf(accountGroup: string, ...args: Parameters<typeof compare>) {
  return compare(...args)?.lines.find((line) => line.accountGroup === accountGroup);
}

describe('comparing budgets', () => {
  it('sets the years beside each other, ascending, with growth from each to the next', () => {
    expect(rowOf('purchasedServices', [2025, 2023, 2024], false)).toEqual({
      accountGroup: 'purchasedServices',
      name: 'Köp av tjänster',
      kind: 'cost',
      amounts: [
        { year: 2023, amountOre: tkr(-57_276) },
        { year: 2024, amountOre: tkr(-62_376) },
        { year: 2025, amountOre: tkr(-63_743) },
      ],
      growth: [
        {
          from: 2023,
          to: 2024,
          fromOre: tkr(-57_276),
          toOre: tkr(-62_376),
          changeOre: tkr(-5_100),
          percent: 8.9,
        },
        {
          from: 2024,
          to: 2025,
          fromOre: tkr(-62_376),
          toOre: tkr(-63_743),
          changeOre: tkr(-1_367),
          percent: 2.2,
        },
      ],
    });
  });

  it('takes the moved reserve out of both years: 8,6 % where the printed figures say 2,2 %', () => {
    const comparable = (accountGroup: string) => rowOf(accountGroup, [2024, 2025])?.reclassifiedGrowth;
    expect(comparable('purchasedServices')).toMatchObject([
      { fromOre: tkr(-58_700), toOre: tkr(-63_743), percent: 8.6 },
    ]);
    expect(comparable('otherCosts')).toMatchObject([
      { fromOre: tkr(-38_013), toOre: tkr(-42_742), percent: 12.4 },
    ]);
  });

  it('takes a reserve that moved between the lines out of the group that it moved to', () => {
    const moved: BudgetEvent = {
      ...reserveMoved,
      data: {
        ...reserveMoved.data,
        alreadyInAdoptedLines: false,
        changes: [changeOf('purchasedServices', 3_845), changeOf('otherCosts', -3_845)],
      },
    };
    const events = [...log.slice(0, 5), ...inYear(2025, budgetAdopted, reserveSet, moved)];
    expect(rowOf('purchasedServices', [2024, 2025], true, events)).toMatchObject({
      growth: [{ toOre: tkr(-59_898) }],
      reclassifiedGrowth: [{ toOre: tkr(-59_898) }],
    });
    expect(rowOf('otherCosts', [2024, 2025], true, events)).toMatchObject({
      growth: [{ toOre: tkr(-50_432) }],
      reclassifiedGrowth: [{ toOre: tkr(-46_587) }],
    });
  });

  it('moves responsibilities back in the former year, also across a year that is not shown', () => {
    const comparable = (years: readonly number[]) =>
      rowOf('staffCosts', years)?.reclassifiedGrowth?.[0]?.fromOre;
    expect(comparable([2023, 2024])).toBe(tkr(-136_301));
    expect(comparable([2023, 2025])).toBe(tkr(-136_301));
    expect(comparable([2024, 2025])).toBe(tkr(-158_695));
  });

  it('compares the totals', () => {
    const netCost = compare([2024, 2025], false)?.totals.find((row) => row.total === 'netCost');
    expect(netCost?.growth).toMatchObject([{ fromOre: tkr(-245_082), toOre: tkr(-256_303), percent: 4.6 }]);
  });

  it('has no percentage from zero', () => {
    expect(rowOf('netFinancialItems', [2024, 2025])?.growth).toMatchObject([{ changeOre: 0, percent: null }]);
  });

  it('shows plans as plans, names years without figures, and is nothing where none has any', () => {
    expect(compare([2025, 2026, 2031])).toMatchObject({
      years: [
        { year: 2025, status: 'budget' },
        { year: 2026, status: 'plan' },
      ],
      missingYears: [2031],
    });
    expect(compare([2031])).toBeNull();
  });
});
