import { given } from '#libs/kernel/testing';
import type { ActionPlanEvent } from '../contract/index.js';
import { actionPlanStream } from '../plan/evolve.js';
import { adopted, decided, reported } from '../plan/fixtures.js';
import { cancelMeasure, type CancelMeasure } from '../plan/measure-decisions.js';

const basis = decided('SN 2025-05-20, § 33');
const reason = 'Behovet tillgodoses genom det mobila teamet.';
const cancel = (change: Partial<CancelMeasure> = {}): CancelMeasure => ({
  planId: '2024-09-17.42',
  measureId: 'krim-group',
  reason,
  basis,
  ...change,
});
const cancelled: ActionPlanEvent = {
  type: 'MeasureCancelled',
  data: { measureId: 'krim-group', reason },
  basis,
};

describe('cancelling a measure', () => {
  it('records the reason and the paragraph, and leaves the other measures as they are', () => {
    const state = given(actionPlanStream, [adopted]).when(cancelMeasure, cancel()).thenRecorded(cancelled);
    expect(state.measures.map(({ ending }) => ending.status)).toEqual([
      'ongoing',
      'ongoing',
      'cancelled',
      'ongoing',
      'ongoing',
    ]);
  });

  it('is refused where there is no such plan', () => {
    given(actionPlanStream).when(cancelMeasure, cancel()).thenRejected('action-plan-unknown');
  });

  it('is refused for a measure that the plan does not have', () => {
    given(actionPlanStream, [adopted])
      .when(cancelMeasure, cancel({ measureId: 'vacancies' }))
      .thenRejected('measure-unknown');
  });

  it('is refused where the measure has ended, cancelled or completed', () => {
    const completed: ActionPlanEvent = {
      type: 'MeasureCompleted',
      data: { measureId: 'krim-group', completedOn: '2025-04-30', realisedEffect: null, comment: null },
      basis: reported('2025-04-30'),
    };
    given(actionPlanStream, [adopted, cancelled])
      .when(cancelMeasure, cancel())
      .thenRejected('measure-ended', { measureId: 'krim-group', status: 'cancelled', endedOn: '2025-05-20' });
    given(actionPlanStream, [adopted, completed])
      .when(cancelMeasure, cancel())
      .thenRejected('measure-ended', { measureId: 'krim-group', status: 'completed', endedOn: '2025-04-30' });
  });

  it('is refused from a date before the measure, or before its latest change', () => {
    const changed: ActionPlanEvent = {
      type: 'MeasureChanged',
      data: { measureId: 'krim-group', changes: [{ field: 'text', from: 'a', to: 'b' }], reason: null },
      basis: reported('2025-06-01'),
    };
    given(actionPlanStream, [adopted])
      .when(cancelMeasure, cancel({ basis: decided('SN 2024-09-17, § 42', '2024-09-01') }))
      .thenRejected('effective-before-its-subject');
    given(actionPlanStream, [adopted, changed])
      .when(cancelMeasure, cancel())
      .thenRejected('effective-before-later-change');
  });
});
