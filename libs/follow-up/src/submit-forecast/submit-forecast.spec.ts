import { defaultAccountGroups } from '#libs/kernel';
import { given } from '#libs/kernel/testing';
import type { FollowUpEvent } from '../contract/index.js';
import { accountsClosed } from '../fiscal-year/accounts-fixtures.js';
import { followUpStream } from '../fiscal-year/evolve.js';
import {
  calendarSet,
  forecastNoted,
  forecastRevised,
  forecastSubmitted,
  inTkr,
  reported,
  tkr,
} from '../fiscal-year/fixtures.js';
import { submitForecast, type SubmitForecast } from './submit-forecast.js';

const noVariance: SubmitForecast = {
  year: 2023,
  round: 1,
  figureKind: 'variance',
  figures: { scope: 'committee', annualResultOre: 0, netCostOre: null },
  precision: 'tkr',
  comment: null,
  assumptions: [],
  effectiveOn: null,
  accountGroups: defaultAccountGroups,
};

const byAccountGroup: SubmitForecast = {
  ...noVariance,
  figureKind: 'level',
  figures: {
    scope: 'accountGroups',
    lines: inTkr({ purchasedServices: -59_300, revenue: 16_924, staffCosts: -135_900 }),
    controlTotals: { netCostOre: tkr(-178_277) },
  },
  comment: 'Köpt vård ökar.',
  assumptions: ['Statsbidragen blir som 2022.'],
};

const submitting = (changes: Partial<SubmitForecast>, ...facts: readonly FollowUpEvent[]) =>
  given(followUpStream, [calendarSet, ...facts]).when(submitForecast, { ...noVariance, ...changes });

describe('handing in a forecast', () => {
  it('records it from the date of its round', () => {
    submitting({}).thenWarned().thenRecorded(forecastSubmitted);
  });

  it('records it from another date where one is given', () => {
    submitting({ effectiveOn: '2023-03-28' }).thenRecorded({
      ...forecastSubmitted,
      basis: reported('2023-03-28'),
    });
  });

  it('replaces the former one until the committee has taken note, and says so', () => {
    submitting(byAccountGroup, forecastSubmitted)
      .thenWarned('forecast-revised')
      .thenRecorded(forecastRevised);
  });

  it('warns of a level with an unusual sign, never of a variance', () => {
    const figures = {
      scope: 'accountGroups',
      lines: inTkr({ staffCosts: 1_000 }),
      controlTotals: {},
    } as const;
    submitting({ figureKind: 'level', figures }).thenWarned('unusual-sign');
    submitting({ figureKind: 'variance', figures }).thenWarned();
  });

  it('may follow a missing round, and never touches the others', () => {
    const { forecasts } = given(followUpStream, [
      calendarSet,
      forecastSubmitted,
      { ...forecastSubmitted, data: { ...forecastSubmitted.data, round: 3 } } as FollowUpEvent,
    ]).state;
    expect(forecasts.map(({ round }) => round)).toEqual([1, 3]);
  });
});

describe('handing in a forecast is refused', () => {
  it('at a round that the calendar does not have', () => {
    submitting({ round: 4 }).thenRejected('round-not-in-calendar', {
      year: 2023,
      round: 4,
      rounds: [1, 2, 3],
    });
  });

  it('when the accounts have closed the year', () => {
    const facts = { year: 2023, closedOn: '2023-12-31' };
    submitting({ round: 2 }, accountsClosed).thenRejected('forecast-after-accounts', facts);
  });

  it('when the committee has taken note', () => {
    const facts = { round: 1, citation: 'SN 2023-03-21, § 19' };
    submitting({}, forecastSubmitted, forecastNoted).thenRejected('forecast-already-noted', facts);
  });

  it('from before the round was planned, or before the forecast that it replaces', () => {
    submitting({ effectiveOn: '2022-12-31' }).thenRejected('effective-before-its-subject', {
      subject: 'FollowUpCalendarSet',
      effectiveOn: '2022-12-31',
      subjectEffectiveOn: '2023-01-01',
    });
    submitting({ effectiveOn: '2023-03-20' }, forecastSubmitted).thenRejected(
      'effective-before-its-subject',
      {
        subject: 'ForecastSubmitted',
        effectiveOn: '2023-03-20',
        subjectEffectiveOn: '2023-03-21',
      },
    );
  });

  it('on an account group that is unknown, or stands twice', () => {
    const lines = inTkr({ staffCosts: -1 });
    const figures = { scope: 'accountGroups', controlTotals: {} } as const;
    submitting({ figures: { ...figures, lines: inTkr({ taxes: 1 }) } }).thenRejected(
      'account-group-unknown',
      {
        year: 2023,
        accountGroup: 'taxes',
        accountGroups: defaultAccountGroups.map(({ id }) => id),
      },
    );
    submitting({ figures: { ...figures, lines: [...lines, ...lines] } }).thenRejected(
      'account-group-repeated',
      {
        year: 2023,
        accountGroup: 'staffCosts',
      },
    );
  });

  it('in figures finer than their unit', () => {
    const figures = { scope: 'committee', annualResultOre: 0, netCostOre: tkr(1) + 100 } as const;
    submitting({ figures }).thenRejected('amount-finer-than-precision', {
      subject: 'netCost',
      amountOre: tkr(1) + 100,
      precision: 'tkr',
    });
  });

  it('where printed sums differ by more than rounding', () => {
    const lines = inTkr({ staffCosts: -100, otherCosts: -100 });
    const figures = { scope: 'accountGroups', lines, controlTotals: { grossCostOre: tkr(-203) } } as const;
    submitting({ figures }).thenRejected('control-total-contradicted');
  });
});
