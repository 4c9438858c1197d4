import { given } from '#libs/kernel/testing';
import { actionPlanStream } from '../plan/evolve.js';
import { adopted, decided, tkr } from '../plan/fixtures.js';
import { addMeasure, type AddMeasure } from '../plan/measure-decisions.js';
import { idsOf, maxMeasures } from '../plan/rules.js';

const basis = decided('SN 2024-11-19, § 58');
const measure = {
  id: 'vacancies',
  text: 'Vakanta tjänster tillsätts först efter prövning',
  responsibleRole: 'förvaltningschef',
  expectedEffect: tkr([2025, 600]),
  dueOn: '2024-12-31',
  accountGroup: 'staffCosts',
};
const add = (change: Partial<AddMeasure> = {}): AddMeasure => ({
  planId: '2024-09-17.42',
  measure,
  accountGroups: ['staffCosts'],
  basis,
  ...change,
});

describe('adding a measure to a plan', () => {
  it('records it under its own paragraph', () => {
    const state = given(actionPlanStream, [adopted])
      .when(addMeasure, add())
      .thenWarned()
      .thenRecorded({ type: 'MeasureAdded', data: { measure }, basis });
    expect(state.measures.at(-1)).toMatchObject({
      id: 'vacancies',
      citation: 'SN 2024-11-19, § 58',
      decidedOn: '2024-11-19',
      originalEffect: tkr([2025, 600]),
    });
  });

  it('makes an id of its text where none is given', () => {
    given(actionPlanStream, [adopted])
      .when(addMeasure, add({ measure: { ...measure, id: null } }))
      .thenRecorded({
        type: 'MeasureAdded',
        data: { measure: { ...measure, id: 'vakanta-tjanster-tillsatts-forst' } },
        basis,
      });
  });

  it('is refused where there is no such plan', () => {
    given(actionPlanStream)
      .when(addMeasure, add())
      .thenRejected('action-plan-unknown', { planId: '2024-09-17.42' });
  });

  it('is refused where the plan has a measure with the id', () => {
    const plan = given(actionPlanStream, [adopted]);
    plan.when(addMeasure, add({ measure: { ...measure, id: 'staffing' } })).thenRejected('measure-id-taken', {
      measureId: 'staffing',
      measures: idsOf(plan.state),
    });
  });

  it('is refused from a date on which the plan was not adopted', () => {
    given(actionPlanStream, [adopted])
      .when(addMeasure, add({ basis: decided('SN 2024-11-19, § 58', '2024-09-16') }))
      .thenRejected('effective-before-its-subject', {
        subject: '2024-09-17.42',
        effectiveOn: '2024-09-16',
        subjectEffectiveOn: '2024-09-17',
      });
  });

  it('is refused where the plan is full', () => {
    const measures = Array.from({ length: maxMeasures }, (_, n) => ({ ...measure, id: `measure-${n}` }));
    given(actionPlanStream, [{ ...adopted, data: { ...adopted.data, measures } }])
      .when(addMeasure, add())
      .thenRejected('too-many-measures', { measures: maxMeasures + 1, maxMeasures });
  });

  it('is refused with an account group that the municipality does not have', () => {
    given(actionPlanStream, [adopted])
      .when(addMeasure, add({ accountGroups: [] }))
      .thenRejected('measure-account-group-unknown');
  });

  it('gives the warnings that its terms call for', () => {
    given(actionPlanStream, [adopted])
      .when(addMeasure, add({ measure: { ...measure, dueOn: '2024-09-01', expectedEffect: tkr([2027, 1]) } }))
      .thenWarned('due-before-adoption', 'effect-outside-plan-years');
  });
});
