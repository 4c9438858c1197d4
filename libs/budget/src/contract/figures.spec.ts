import { budgetFigures, budgetStream, type BudgetEvent } from './index.js';
import {
  budgetAdopted,
  budgetAmended,
  budgetReallocated,
  budgetReclassified,
  grantChangeExplained,
  investmentsAdopted,
  reserveDrawn,
  reserveMoved,
  reserveSet,
  tkr,
} from '../fiscal-year/fixtures.js';

const facts: readonly BudgetEvent[] = [
  budgetAdopted,
  reserveSet,
  reserveMoved,
  budgetAmended,
  budgetReallocated,
  reserveDrawn,
];

function staffCostsOn(on?: string) {
  return budgetFigures(facts, on)?.lines.find((line) => line.accountGroup === 'staffCosts');
}

describe('the figures of a budget in force', () => {
  it('are none before the budget', () => {
    expect(budgetFigures(facts, '2024-11-05')).toBeNull();
    expect(budgetFigures([reserveSet, budgetReallocated, budgetAmended])).toBeNull();
  });

  it('on a date take in what held by then', () => {
    expect(staffCostsOn('2024-11-06')?.inForceOre).toBe(tkr(-161_198));
    expect(staffCostsOn('2025-03-26')?.inForceOre).toBe(tkr(-162_698));
    expect(staffCostsOn('2025-04-22')?.inForceOre).toBe(tkr(-160_698));
    expect(budgetFigures(facts, '2025-09-15')?.reserve?.remainingOre).toBe(tkr(3_845));
    expect(budgetFigures(facts, '2025-09-16')?.reserve?.remainingOre).toBe(tkr(3_000));
  });

  it('tell adopted, reallocated and amended amounts apart', () => {
    expect(staffCostsOn()).toEqual({
      accountGroup: 'staffCosts',
      name: 'Personalkostnader',
      kind: 'cost',
      adoptedOre: tkr(-161_198),
      reallocatedOre: tkr(2_000),
      amendedOre: tkr(-1_500),
      inForceOre: tkr(-160_698),
    });
  });

  it('keep the adopted sums beside those in force', () => {
    const figures = budgetFigures(facts);
    expect(figures?.adoptedSums).toMatchObject({ grossCostOre: tkr(-288_639), netCostOre: tkr(-256_303) });
    expect(figures?.sums).toEqual({
      revenueOre: tkr(32_336),
      grossCostOre: tkr(-290_139),
      netCostOre: tkr(-257_803),
      municipalGrantOre: tkr(257_803),
      netFinancialItemsOre: 0,
      annualResultOre: 0,
    });
  });

  it('are not changed by what is only said about them', () => {
    expect(
      budgetFigures([budgetAdopted, budgetReclassified, grantChangeExplained, investmentsAdopted]),
    ).toEqual(budgetFigures([budgetAdopted]));
  });

  it('are those of the stream', () => {
    const { figures } = facts.reduce(budgetStream.evolve, budgetStream.initialState);
    expect(figures).toEqual(budgetFigures(facts));
  });
});
