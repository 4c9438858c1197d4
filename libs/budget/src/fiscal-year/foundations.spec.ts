import { buildingOn, unfounded } from '#libs/kernel/testing';
import { budgetSamples } from './fixtures.js';
import { budgetFoundations } from './foundations.js';

const place = (type: string) => budgetSamples.findIndex((fact) => fact.type === type);

describe('the facts of a budget', () => {
  it('all have something to build on', () => {
    expect(unfounded(budgetFoundations, budgetSamples)).toEqual([]);
  });

  it('build on the adoption, on the reserve as it was set, and on the fact that they cite', () => {
    expect(buildingOn(budgetFoundations, budgetSamples)).toEqual({
      [place('BudgetAdopted')]: place('ContingencyReserveSet'),
      [place('ContingencyReserveSet')]: place('ContingencyReserveMoved'),
      [place('InvestmentBudgetAdopted')]: place('FactCited'),
    });
  });
});
