import { defaultAccountGroups } from '#libs/kernel';
import { given } from '#libs/kernel/testing';
import { budgetStream } from '../contract/index.js';
import { budgetAdopted, budgetReclassified, councilDecision, decided, tkr } from '../fiscal-year/fixtures.js';
import { reclassify, type Reclassify } from './reclassify.js';

const reclassification: Reclassify = {
  year: 2025,
  precision: 'tkr',
  changes: [
    { accountGroup: 'staffCosts', changeOre: tkr(1_600) },
    { accountGroup: 'municipalGrant', changeOre: tkr(-1_600) },
  ],
  reason: 'Arbetsmarknadsinsatser utförs av kultur- och utbildningsnämnden',
  accountGroups: defaultAccountGroups,
  basis: councilDecision,
};

describe('a reclassification', () => {
  it('makes the year before comparable and changes no budget', () => {
    const { figures } = given(budgetStream, [budgetAdopted])
      .when(reclassify, reclassification)
      .thenRecorded(budgetReclassified);
    expect(figures).toEqual(given(budgetStream, [budgetAdopted]).state.figures);
  });

  it('is refused where no budget is adopted', () => {
    given(budgetStream).when(reclassify, reclassification).thenRejected('budget-not-adopted');
  });

  it('is refused from a date before the budget', () => {
    given(budgetStream, [budgetAdopted])
      .when(reclassify, { ...reclassification, basis: decided('2024-10-22') })
      .thenRejected('effective-before-its-subject');
  });

  it('is refused where it would change the result of the year before', () => {
    given(budgetStream, [budgetAdopted])
      .when(reclassify, { ...reclassification, changes: reclassification.changes.slice(0, 1) })
      .thenRejected('reclassification-unbalanced', { sumOre: tkr(1_600) });
  });
});
