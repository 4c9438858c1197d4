import { given } from '#libs/kernel/testing';
import type { ActionPlanEvent } from '../contract/index.js';
import { actionPlanStream } from '../plan/evolve.js';
import { adopted, decided } from '../plan/fixtures.js';
import { citePlanFact } from './cite-fact.js';

const added: ActionPlanEvent = {
  type: 'MeasureAdded',
  data: {
    measure: {
      id: 'vacancies',
      text: 'Vakansprövning',
      responsibleRole: null,
      expectedEffect: null,
      dueOn: null,
      accountGroup: null,
    },
  },
  basis: { kind: 'uncited', reason: 'Protokollet är inte justerat.', effectiveOn: '2024-11-19' },
};
const basis = decided('SN 2024-11-19, § 58');
const planId = '2024-09-17.42';

describe('citing what was recorded without a paragraph', () => {
  it('gives the measure its paragraph and takes the fact off the list', () => {
    const plan = given(actionPlanStream, [adopted, added]);
    expect(plan.state.uncited.open).toMatchObject([{ revision: 1, type: 'MeasureAdded' }]);
    const after = plan.when(citePlanFact, { planId, revision: 1, basis }).thenRecorded({
      type: 'FactCited',
      data: { revision: 1 },
      basis,
    });
    expect(after.uncited.open).toEqual([]);
    expect(after.measures.at(-1)).toMatchObject({ id: 'vacancies', citation: 'SN 2024-11-19, § 58' });
  });

  it('is refused where there is no such plan', () => {
    given(actionPlanStream)
      .when(citePlanFact, { planId, revision: 1, basis })
      .thenRejected('action-plan-unknown');
  });

  it('is refused where the fact has its paragraph', () => {
    given(actionPlanStream, [adopted, added])
      .when(citePlanFact, { planId, revision: 0, basis })
      .thenRejected('fact-not-uncited', { revision: 0, uncitedRevisions: [1] });
  });
});
