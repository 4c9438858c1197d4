import { given } from '#libs/kernel/testing';
import type { MeasureTerms } from '../contract/index.js';
import { actionPlanStream } from '../plan/evolve.js';
import { adopted, decided, referenceMeasures, tkr } from '../plan/fixtures.js';
import type { NewMeasure } from '../plan/new-measures.js';
import { maxMeasures } from '../plan/rules.js';
import { adoptActionPlan, type AdoptActionPlan } from './adopt-action-plan.js';

const { title, purpose, fiscalYears } = adopted.data;
const basis = decided('SN 2024-09-17, § 42');
const accountGroups = ['staffCosts', 'purchasedServices'];
const adopt = (change: Partial<AdoptActionPlan> = {}): AdoptActionPlan => ({
  committee: 'SN',
  title,
  purpose,
  fiscalYears,
  measures: referenceMeasures,
  accountGroups,
  basis,
  ...change,
});
const unstated: MeasureTerms = {
  text: 'Ändrad delegationsnivå för köpta insatser',
  responsibleRole: null,
  expectedEffect: null,
  dueOn: null,
  accountGroup: null,
};
const one = (terms: Partial<NewMeasure>) =>
  adopt({ measures: [{ id: 'delegation', ...unstated, ...terms }] });
const recorded = (command: AdoptActionPlan) => {
  const decision = adoptActionPlan(command, actionPlanStream.initialState);
  return decision.accepted ? decision.events.flatMap((event) => event.data.measures) : [];
};

describe('adopting an action plan', () => {
  it('records the plan with its first measures under the paragraph of the committee', () => {
    const state = given(actionPlanStream).when(adoptActionPlan, adopt()).thenWarned().thenRecorded(adopted);
    expect(state.plan).toMatchObject({ title, adoptedOn: '2024-09-17' });
    expect(state.measures.map(({ id }) => id)).toEqual(referenceMeasures.map(({ id }) => id));
  });

  it('names measures after their text where they have no id, clear of the ids that are given', () => {
    const derived = { ...unstated, id: null };
    const measures = [derived, derived, { ...unstated, id: 'andrad-delegationsniva-for-kopta' }];
    expect(recorded(adopt({ measures })).map(({ id }) => id)).toEqual([
      'andrad-delegationsniva-for-kopta-2',
      'andrad-delegationsniva-for-kopta-3',
      'andrad-delegationsniva-for-kopta',
    ]);
  });

  it('puts fiscal years and effects in order', () => {
    const command = {
      ...one({ expectedEffect: tkr([null, 5], [2025, 900], [2024, 300]) }),
      fiscalYears: [2025, 2024],
    };
    const decision = adoptActionPlan(command, actionPlanStream.initialState);
    expect(decision).toMatchObject({
      events: [
        {
          data: {
            fiscalYears: [2024, 2025],
            measures: [{ expectedEffect: tkr([2024, 300], [2025, 900], [null, 5]) }],
          },
        },
      ],
    });
  });

  it("is refused under another body's paragraph", () => {
    given(actionPlanStream)
      .when(adoptActionPlan, adopt({ basis: decided('KF 2024-11-06, § 149') }))
      .thenRejected('citation-of-another-body', { citation: 'KF 2024-11-06, § 149', committee: 'SN' });
  });

  it('is refused where the paragraph has adopted a plan already', () => {
    given(actionPlanStream, [adopted])
      .when(adoptActionPlan, adopt())
      .thenRejected('action-plan-already-adopted', {
        planId: '2024-09-17.42',
        title,
        adoptedOn: '2024-09-17',
      });
  });

  it('is refused where two measures have the same id', () => {
    const measure = { id: 'delegation', ...unstated };
    given(actionPlanStream)
      .when(adoptActionPlan, adopt({ measures: [measure, measure] }))
      .thenRejected('measure-id-taken', { measureId: 'delegation', measures: ['delegation'] });
  });

  it('is refused with more measures than a plan can hold', () => {
    const measures = Array.from({ length: maxMeasures + 1 }, (_, n) => ({ ...unstated, id: `measure-${n}` }));
    given(actionPlanStream)
      .when(adoptActionPlan, adopt({ measures }))
      .thenRejected('too-many-measures', { measures: maxMeasures + 1, maxMeasures });
  });
});

describe('what is said about a measure', () => {
  it('is refused where an amount is finer than its precision', () => {
    const expectedEffect = { precision: 'tkr', amounts: [{ year: 2025, amountOre: 120_050_000 }] } as const;
    given(actionPlanStream)
      .when(adoptActionPlan, one({ expectedEffect }))
      .thenRejected('amount-finer-than-precision', {
        subject: 'delegation',
        amountOre: 120_050_000,
        precision: 'tkr',
      });
  });

  it.each([2025, null])('is refused where the effect of the year %p is stated twice', (year) => {
    given(actionPlanStream)
      .when(adoptActionPlan, one({ expectedEffect: tkr([year, 1], [2024, 2], [year, 3]) }))
      .thenRejected('effect-year-repeated', { measureId: 'delegation', year });
  });

  it('is refused where the municipality has no such account group', () => {
    given(actionPlanStream)
      .when(adoptActionPlan, one({ accountGroup: 'consultants' }))
      .thenRejected('measure-account-group-unknown', {
        measureId: 'delegation',
        accountGroup: 'consultants',
        accountGroups,
      });
  });

  it.each(['Anna Lind', 'A. Lind', 'Anna-Karin Lind Öberg', 'anna.lind@example.org', '19800101-1234'])(
    'is refused where %p, who is a person, is made responsible',
    (responsibleRole) => {
      given(actionPlanStream)
        .when(adoptActionPlan, one({ responsibleRole }))
        .thenRejected('responsible-not-a-role', { measureId: 'delegation', responsibleRole });
    },
  );

  it.each(['avdelningschef unga', 'Förvaltningschef', 'Verksamhetschef IFO', 'chef för Framsteget'])(
    'may make the role %p responsible',
    (responsibleRole) => expect(recorded(one({ responsibleRole }))).toMatchObject([{ responsibleRole }]),
  );

  it('gives a warning where it is due before the plan is adopted', () => {
    given(actionPlanStream)
      .when(adoptActionPlan, one({ dueOn: '2024-09-16' }))
      .thenWarned('due-before-adoption');
    given(actionPlanStream)
      .when(adoptActionPlan, one({ dueOn: '2024-09-17' }))
      .thenWarned();
  });

  it('gives a warning where an effect is expected in a year that the plan does not concern', () => {
    given(actionPlanStream)
      .when(adoptActionPlan, one({ expectedEffect: tkr([2025, 1], [2026, 1], [null, 1]) }))
      .thenWarned('effect-outside-plan-years');
  });
});
