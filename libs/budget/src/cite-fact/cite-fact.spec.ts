import { given } from '#libs/kernel/testing';
import { budgetStream } from '../contract/index.js';
import { budgetAdopted, decided, investmentsAdopted } from '../fiscal-year/fixtures.js';
import { citeBudgetFact } from './cite-fact.js';

const basis = decided('2024-11-19', 71);

describe('citing an uncited fact of the budget', () => {
  it('takes it off the list of uncited facts', () => {
    const { uncited } = given(budgetStream, [budgetAdopted, investmentsAdopted])
      .when(citeBudgetFact, { year: 2025, revision: 1, basis })
      .thenRecorded({ type: 'FactCited', data: { revision: 1 }, basis });
    expect(uncited.open).toEqual([]);
  });

  it('is refused where the fact has its paragraph already', () => {
    given(budgetStream, [budgetAdopted, investmentsAdopted])
      .when(citeBudgetFact, { year: 2025, revision: 0, basis })
      .thenRejected('fact-not-uncited', { revision: 0, uncitedRevisions: [1] });
  });
});
