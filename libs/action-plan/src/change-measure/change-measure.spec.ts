import { given } from '#libs/kernel/testing';
import type { ActionPlanEvent } from '../contract/index.js';
import { actionPlanStream } from '../plan/evolve.js';
import { adopted, decided, referenceMeasures, reported, tkr } from '../plan/fixtures.js';
import { changeMeasure, type ChangeMeasure } from '../plan/measure-decisions.js';

const basis = decided('SN 2024-10-22, § 51');
const change = (other: Partial<ChangeMeasure> = {}): ChangeMeasure => ({
  planId: '2024-09-17.42',
  measureId: 'mobile-team',
  terms: { expectedEffect: tkr([2025, 1_200]), dueOn: '2025-03-31' },
  reason: null,
  accountGroups: ['purchasedServices'],
  basis,
  ...other,
});
const changed: ActionPlanEvent = {
  type: 'MeasureChanged',
  data: {
    measureId: 'mobile-team',
    changes: [
      { field: 'expectedEffect', from: null, to: tkr([2025, 1_200]) },
      { field: 'dueOn', from: null, to: '2025-03-31' },
    ],
    reason: null,
  },
  basis,
};
const cancelled: ActionPlanEvent = {
  type: 'MeasureCancelled',
  data: { measureId: 'mobile-team', reason: 'Regionen deltar inte.' },
  basis: decided('SN 2025-02-18, § 9'),
};

describe('changing a measure', () => {
  it('keeps what each term was and what it becomes, and what was first expected', () => {
    const state = given(actionPlanStream, [adopted])
      .when(changeMeasure, change())
      .thenWarned()
      .thenRecorded(changed);
    expect(state.measures[1]).toMatchObject({
      expectedEffect: tkr([2025, 1_200]),
      originalEffect: null,
      dueOn: '2025-03-31',
      text: referenceMeasures[1]?.text,
    });
  });

  it('can rest on a report, take a term away, and leaves out what stays as it is', () => {
    const terms = { expectedEffect: tkr([2025, 1_200]), dueOn: null };
    given(actionPlanStream, [adopted, changed])
      .when(changeMeasure, change({ terms, reason: 'Starten är osäker.', basis: reported('2025-01-21') }))
      .thenRecorded({
        type: 'MeasureChanged',
        data: {
          measureId: 'mobile-team',
          changes: [{ field: 'dueOn', from: '2025-03-31', to: null }],
          reason: 'Starten är osäker.',
        },
        basis: reported('2025-01-21'),
      });
  });

  it('is refused where there is no such plan', () => {
    given(actionPlanStream).when(changeMeasure, change()).thenRejected('action-plan-unknown');
  });

  it("is refused for a measure of another plan, with this plan's measures", () => {
    given(actionPlanStream, [adopted])
      .when(changeMeasure, change({ measureId: 'vacancies' }))
      .thenRejected('measure-unknown', {
        measureId: 'vacancies',
        measures: referenceMeasures.map(({ id }) => id),
      });
  });

  it('is refused where it changes nothing', () => {
    given(actionPlanStream, [adopted, changed])
      .when(changeMeasure, change())
      .thenRejected('nothing-changed', { measureId: 'mobile-team' });
  });

  it('is refused where the measure is cancelled', () => {
    given(actionPlanStream, [adopted, cancelled])
      .when(changeMeasure, change({ basis: decided('SN 2025-03-18, § 14') }))
      .thenRejected('measure-ended', {
        measureId: 'mobile-team',
        status: 'cancelled',
        endedOn: '2025-02-18',
      });
  });

  it('is refused from a date on which the measure was not decided', () => {
    given(actionPlanStream, [adopted])
      .when(changeMeasure, change({ basis: reported('2024-09-16') }))
      .thenRejected('effective-before-its-subject', {
        subject: 'mobile-team',
        effectiveOn: '2024-09-16',
        subjectEffectiveOn: '2024-09-17',
      });
  });

  it('is refused from a date before a change that is recorded already', () => {
    given(actionPlanStream, [adopted, changed])
      .when(changeMeasure, change({ terms: { dueOn: null }, basis: reported('2024-10-21') }))
      .thenRejected('effective-before-later-change', {
        subject: 'mobile-team',
        effectiveOn: '2024-10-21',
        latestChangeOn: '2024-10-22',
      });
  });

  it.each([
    [
      { expectedEffect: { precision: 'kr', amounts: [{ year: 2025, amountOre: 50 }] } },
      'amount-finer-than-precision',
    ],
    [{ expectedEffect: tkr([2025, 1], [2025, 2]) }, 'effect-year-repeated'],
    [{ accountGroup: 'consultants' }, 'measure-account-group-unknown'],
    [{ responsibleRole: 'Anna Lind' }, 'responsible-not-a-role'],
  ] as const)('is refused with the terms %j: %s', (terms, code) => {
    given(actionPlanStream, [adopted]).when(changeMeasure, change({ terms })).thenRejected(code);
  });

  it('gives a warning for the terms that change, and none for those that stay', () => {
    const late = {
      ...changed,
      data: { ...changed.data, changes: [{ field: 'dueOn', from: null, to: '2024-01-01' }] },
    };
    given(actionPlanStream, [adopted])
      .when(changeMeasure, change({ terms: { dueOn: '2024-01-01' } }))
      .thenWarned('due-before-adoption');
    given(actionPlanStream, [adopted, late as ActionPlanEvent])
      .when(changeMeasure, change({ terms: { dueOn: '2024-01-01', text: 'Mobilt team' } }))
      .thenWarned();
  });
});
