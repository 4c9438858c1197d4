import { given } from '#libs/kernel/testing';
import type { ActionPlanEvent } from '../contract/index.js';
import { actionPlanStream } from '../plan/evolve.js';
import { adopted, decided, tkr } from '../plan/fixtures.js';
import { reviseActionPlan, type ReviseActionPlan } from './revise-action-plan.js';

const basis = decided('SN 2025-05-20, § 33');
const reason = 'Kommunbidraget för 2026 är lägre än väntat.';
const revise = (change: Partial<ReviseActionPlan> = {}): ReviseActionPlan => ({
  planId: '2024-09-17.42',
  terms: {},
  added: [],
  changed: [],
  cancelled: [],
  reason,
  accountGroups: ['staffCosts'],
  basis,
  ...change,
});
const vacancies = {
  id: 'vacancies',
  text: 'Vakanta tjänster tillsätts först efter prövning',
  responsibleRole: null,
  expectedEffect: tkr([2026, 600]),
  dueOn: null,
  accountGroup: null,
};
const longer: ActionPlanEvent = {
  type: 'ActionPlanRevised',
  data: { changes: [{ field: 'fiscalYears', from: [2024, 2025], to: [2024, 2025, 2026] }], reason },
  basis,
};

describe('revising an action plan', () => {
  it('records the revision and what it does to measures together, under one paragraph', () => {
    given(actionPlanStream, [adopted])
      .when(
        reviseActionPlan,
        revise({
          terms: { title: adopted.data.title, fiscalYears: [2026, 2024, 2025] },
          added: [vacancies],
          changed: [{ measureId: 'staffing', terms: { dueOn: '2025-12-31' } }],
          cancelled: [{ measureId: 'krim-group', reason: 'Ersätts.' }],
        }),
      )
      .thenWarned()
      .thenRecorded(
        longer,
        { type: 'MeasureAdded', data: { measure: vacancies }, basis },
        {
          type: 'MeasureChanged',
          data: {
            measureId: 'staffing',
            changes: [{ field: 'dueOn', from: null, to: '2025-12-31' }],
            reason,
          },
          basis,
        },
        { type: 'MeasureCancelled', data: { measureId: 'krim-group', reason: 'Ersätts.' }, basis },
      );
  });

  it('keeps derived ids clear of those that are given later in the same revision', () => {
    const derived = 'vakanta-tjanster-tillsatts-forst';
    const command = revise({
      added: [
        { ...vacancies, id: null },
        { ...vacancies, id: derived },
      ],
    });
    const decision = reviseActionPlan(command, given(actionPlanStream, [adopted]).state);
    expect(decision).toMatchObject({
      events: [{}, { data: { measure: { id: `${derived}-2` } } }, { data: { measure: { id: derived } } }],
    });
  });

  it('gives the warnings of its measures, judged under the new terms', () => {
    const plan = given(actionPlanStream, [adopted]);
    plan.when(reviseActionPlan, revise({ added: [vacancies] })).thenWarned('effect-outside-plan-years');
    plan
      .when(reviseActionPlan, revise({ added: [vacancies], terms: { fiscalYears: [2024, 2025, 2026] } }))
      .thenWarned();
  });

  it('is refused where there is no such plan', () => {
    given(actionPlanStream).when(reviseActionPlan, revise()).thenRejected('action-plan-unknown');
  });

  it('is refused where it changes nothing', () => {
    given(actionPlanStream, [adopted])
      .when(reviseActionPlan, revise({ terms: { title: adopted.data.title, purpose: null } }))
      .thenRejected('nothing-changed', { measureId: null });
  });

  it('is refused as a whole where one of its measures is', () => {
    given(actionPlanStream, [adopted])
      .when(
        reviseActionPlan,
        revise({
          terms: { title: 'Ny rubrik' },
          cancelled: [{ measureId: 'vacancies', reason: 'Ersätts.' }],
        }),
      )
      .thenRejected('measure-unknown');
  });

  it('is refused where it names a measure twice', () => {
    given(actionPlanStream, [adopted])
      .when(
        reviseActionPlan,
        revise({
          changed: [{ measureId: 'staffing', terms: { dueOn: '2025-12-31' } }],
          cancelled: [{ measureId: 'staffing', reason: 'Ersätts.' }],
        }),
      )
      .thenRejected('measure-named-twice', { measureId: 'staffing' });
  });

  it('is refused from a date before the plan', () => {
    given(actionPlanStream, [adopted])
      .when(
        reviseActionPlan,
        revise({ terms: { title: 'Ny rubrik' }, basis: decided('SN 2024-09-10, § 40') }),
      )
      .thenRejected('effective-before-its-subject');
  });

  it('is refused from a date before an earlier revision, where it changes the terms of the plan', () => {
    const plan = given(actionPlanStream, [adopted, longer]);
    const earlier = decided('SN 2025-04-15, § 25');
    plan
      .when(reviseActionPlan, revise({ terms: { title: 'Ny rubrik' }, basis: earlier }))
      .thenRejected('effective-before-later-change', {
        subject: '2024-09-17.42',
        effectiveOn: '2025-04-15',
        latestChangeOn: '2025-05-20',
      });
    plan.when(reviseActionPlan, revise({ added: [vacancies], basis: earlier })).thenWarned();
  });
});
