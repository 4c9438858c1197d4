import { given } from '#libs/kernel/testing';
import type { ActionPlanEvent } from '../contract/index.js';
import { actionPlanStream } from '../plan/evolve.js';
import { adopted, decided, reported, tkr } from '../plan/fixtures.js';
import { completeMeasure, type CompleteMeasure } from './complete-measure.js';

const complete = (change: Partial<CompleteMeasure> = {}): CompleteMeasure => ({
  planId: '2024-09-17.42',
  measureId: 'delegation',
  completedOn: '2025-06-30',
  realisedEffect: null,
  comment: null,
  basis: reported('2025-06-30'),
  ...change,
});
const completed: ActionPlanEvent = {
  type: 'MeasureCompleted',
  data: { measureId: 'delegation', completedOn: '2025-06-30', realisedEffect: null, comment: null },
  basis: reported('2025-06-30'),
};

describe('completing a measure', () => {
  it('is recorded from the day of completion', () => {
    const state = given(actionPlanStream, [adopted])
      .when(completeMeasure, complete())
      .thenRecorded(completed);
    expect(state.measures[3]?.ending).toMatchObject({ status: 'completed', completedOn: '2025-06-30' });
  });

  it('holds from that day also where the committee noted it later', () => {
    const basis = decided('SN 2025-08-26, § 50');
    given(actionPlanStream, [adopted])
      .when(completeMeasure, complete({ basis }))
      .thenRecorded({ ...completed, basis: { ...basis, effectiveOn: '2025-06-30' } });
  });

  it('once more corrects what was said, and keeps both', () => {
    const to = { completedOn: '2025-06-30', realisedEffect: tkr([2025, 450]), comment: 'Enligt bokslutet.' };
    const from = { completedOn: '2025-06-30', realisedEffect: null, comment: null };
    const state = given(actionPlanStream, [adopted, completed])
      .when(completeMeasure, complete({ ...to, basis: reported('2026-02-10') }))
      .thenRecorded({
        type: 'MeasureCompletionCorrected',
        data: { measureId: 'delegation', from, to },
        basis: reported('2026-02-10'),
      });
    expect(state.measures[3]?.ending).toEqual({ status: 'completed', ...to });
  });

  it('is corrected from no date before the completion itself', () => {
    const decision = completeMeasure(
      complete({ completedOn: '2025-05-31', basis: reported('2025-05-31') }),
      given(actionPlanStream, [adopted, completed]).state,
    );
    expect(decision).toMatchObject({ accepted: true, events: [{ basis: { effectiveOn: '2025-06-30' } }] });
  });

  it('is refused where nothing is corrected', () => {
    given(actionPlanStream, [adopted, completed])
      .when(completeMeasure, complete({ basis: reported('2026-02-10') }))
      .thenRejected('nothing-changed', { measureId: 'delegation' });
  });

  it('is refused where there is no such plan, or no such measure in it', () => {
    given(actionPlanStream).when(completeMeasure, complete()).thenRejected('action-plan-unknown');
    given(actionPlanStream, [adopted])
      .when(completeMeasure, complete({ measureId: 'vacancies' }))
      .thenRejected('measure-unknown');
  });

  it('is refused where the measure is cancelled', () => {
    const cancelled: ActionPlanEvent = {
      type: 'MeasureCancelled',
      data: { measureId: 'delegation', reason: 'Återtaget.' },
      basis: decided('SN 2025-05-20, § 33'),
    };
    given(actionPlanStream, [adopted, cancelled])
      .when(completeMeasure, complete())
      .thenRejected('measure-ended', { measureId: 'delegation', status: 'cancelled', endedOn: '2025-05-20' });
  });

  it('is refused on a day before the measure, or before its latest change', () => {
    const changed: ActionPlanEvent = {
      type: 'MeasureChanged',
      data: { measureId: 'delegation', changes: [{ field: 'text', from: 'a', to: 'b' }], reason: null },
      basis: reported('2025-07-01'),
    };
    given(actionPlanStream, [adopted])
      .when(completeMeasure, complete({ completedOn: '2024-09-16' }))
      .thenRejected('effective-before-its-subject');
    given(actionPlanStream, [adopted, changed])
      .when(completeMeasure, complete())
      .thenRejected('effective-before-later-change');
  });

  it('is refused where the amount is finer than its precision, or a year is stated twice', () => {
    given(actionPlanStream, [adopted])
      .when(
        completeMeasure,
        complete({ realisedEffect: { precision: 'tkr', amounts: [{ year: 2025, amountOre: 1 }] } }),
      )
      .thenRejected('amount-finer-than-precision');
    given(actionPlanStream, [adopted])
      .when(completeMeasure, complete({ realisedEffect: tkr([null, 1], [null, 2]) }))
      .thenRejected('effect-year-repeated');
  });
});
