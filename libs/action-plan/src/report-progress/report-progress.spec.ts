import { given } from '#libs/kernel/testing';
import type { ActionPlanEvent } from '../contract/index.js';
import { actionPlanStream } from '../plan/evolve.js';
import { adopted, decided, referenceMeasures, reported, tkr } from '../plan/fixtures.js';
import { reportProgress, type ReportProgress } from './report-progress.js';

const basis = reported('2025-03-18');
const report = (change: Partial<ReportProgress> = {}): ReportProgress => ({
  planId: '2024-09-17.42',
  measureId: 'mobile-team',
  year: 2025,
  round: 1,
  status: 'delayed',
  comment: 'Teamet startade en månad senare än planerat.',
  realisedEffect: tkr([2025, 100]),
  basis,
  ...change,
});
const factOf = ({ planId: _, basis: ground, ...data }: ReportProgress): ActionPlanEvent => ({
  type: 'MeasureProgressReported',
  data,
  basis: ground,
});

describe('reporting how a measure goes', () => {
  it('records status, comment and what has come out so far, at a round', () => {
    const state = given(actionPlanStream, [adopted])
      .when(reportProgress, report())
      .thenWarned()
      .thenRecorded(factOf(report()));
    expect(state.measures[1]?.reports).toMatchObject([{ year: 2025, round: 1, status: 'delayed' }]);
  });

  it('keeps the rounds in their order, whichever was recorded first', () => {
    const earlier = report({ year: 2024, round: 9, status: 'notStarted', basis: reported('2024-12-10') });
    const state = given(actionPlanStream, [adopted, factOf(report())])
      .when(reportProgress, earlier)
      .thenWarned()
      .thenRecorded(factOf(earlier));
    expect(state.measures[1]?.reports.map(({ status }) => status)).toEqual(['notStarted', 'delayed']);
  });

  it('corrects the report of the same round, with a warning', () => {
    const correction = report({ realisedEffect: tkr([2025, 150]), basis: reported('2025-04-15') });
    const outcome = given(actionPlanStream, [adopted, factOf(report())]).when(reportProgress, correction);
    const state = outcome.thenWarned('progress-corrected').thenRecorded(factOf(correction));
    expect(state.measures[1]?.reports).toMatchObject([{ realisedEffect: tkr([2025, 150]) }]);
  });

  it('is refused where it repeats the report of the round', () => {
    given(actionPlanStream, [adopted, factOf(report())])
      .when(reportProgress, report())
      .thenRejected('nothing-changed', { measureId: 'mobile-team' });
  });

  it('is refused where there is no such plan, or no such measure in it', () => {
    given(actionPlanStream).when(reportProgress, report()).thenRejected('action-plan-unknown');
    given(actionPlanStream, [adopted])
      .when(reportProgress, report({ measureId: 'vacancies' }))
      .thenRejected('measure-unknown', {
        measureId: 'vacancies',
        measures: referenceMeasures.map(({ id }) => id),
      });
  });

  it('is refused where the measure is cancelled', () => {
    const cancelled: ActionPlanEvent = {
      type: 'MeasureCancelled',
      data: { measureId: 'mobile-team', reason: 'Regionen deltar inte.' },
      basis: decided('SN 2025-02-18, § 9'),
    };
    given(actionPlanStream, [adopted, cancelled])
      .when(reportProgress, report())
      .thenRejected('measure-ended');
  });

  it('is refused for a date on which the measure was not decided', () => {
    given(actionPlanStream, [adopted])
      .when(reportProgress, report({ basis: reported('2024-09-16') }))
      .thenRejected('effective-before-its-subject');
  });

  it('is refused where the amount is finer than its precision, or a year is stated twice', () => {
    const fine = { precision: 'mnkr', amounts: [{ year: 2025, amountOre: 10_000_000 }] } as const;
    given(actionPlanStream, [adopted])
      .when(reportProgress, report({ realisedEffect: fine }))
      .thenRejected('amount-finer-than-precision');
    given(actionPlanStream, [adopted])
      .when(reportProgress, report({ realisedEffect: tkr([2025, 1], [2025, 1]) }))
      .thenRejected('effect-year-repeated');
  });
});
