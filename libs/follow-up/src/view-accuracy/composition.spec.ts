import { inTkr, printed, printedTable } from '../testing/notation.js';
import { compositionVariance, type Composition } from './composition.js';

const costs = (table: string) =>
  printedTable(table).map(([accountGroup, budgetOre, outcomeOre]) => ({
    accountGroup,
    budgetOre: budgetOre ?? 0,
    outcomeOre: outcomeOre ?? 0,
  }));

const mixOf = (table: string): Composition => {
  const mix = compositionVariance(costs(table));
  if (!('value' in mix)) throw new Error(mix.notAvailable);
  return mix.value;
};

describe('Σ|outcome − adjusted budget| / Σ outcome', () => {
  it('is nothing where every group grew alike, however much', () => {
    expect(
      mixOf(`
      Personal   600   900
      Lokaler    400   600
    `),
    ).toMatchObject({ deviationOre: 0, printed: '0,0 %' });
  });

  it('measures what moved between groups', () => {
    // The budget scaled from 1 000 to 1 200: 720 and 480.
    const mix = mixOf(`
      Personal   600   600
      Lokaler    400   600
    `);
    expect(
      mix.groups.map(({ adjustedBudgetOre, deviationOre }) => [adjustedBudgetOre, deviationOre].map(inTkr)),
    ).toEqual([
      [720, -120],
      [480, 120],
    ]);
    expect(mix).toMatchObject({
      deviationOre: printed('240'),
      outcomeOre: printed('1 200'),
      printed: '20,0 %',
    });
  });

  it('keeps an unbudgeted group in', () => {
    expect(
      mixOf(`
      Personal   500   500
      Konsulter    0   500
    `),
    ).toMatchObject({ printed: '100,0 %' });
  });

  it('rounds adjusted budgets to an öre', () => {
    const thirds = compositionVariance([
      { accountGroup: 'a', budgetOre: 1, outcomeOre: 1 },
      { accountGroup: 'b', budgetOre: 2, outcomeOre: 1 },
    ]);
    expect(thirds).toMatchObject({
      value: { groups: [{ adjustedBudgetOre: 1 }, { adjustedBudgetOre: 1 }], deviationOre: 0 },
    });
  });

  it.each([
    ['no budget', 'Personal   0   100'],
    ['no outcome', 'Personal   100   0'],
    ['a budget of income', 'Personal   -100   100'],
  ])('has nothing to mix with %s', (_, table) => {
    expect(compositionVariance(costs(table))).toEqual({ notAvailable: 'whole-is-zero' });
  });

  it('is nothing beyond what any municipality has', () => {
    const nearlyCancelled = [
      { accountGroup: 'a', budgetOre: printed('100 000 000'), outcomeOre: printed('100 000') },
      { accountGroup: 'b', budgetOre: -printed('100 000 000') + 1, outcomeOre: 0 },
    ];
    expect(compositionVariance(nearlyCancelled)).toEqual({ notAvailable: 'out-of-range' });
  });
});
