import { given } from '#libs/kernel/testing';
import { accountsClosed } from '../fiscal-year/accounts-fixtures.js';
import type { FollowUpEvent } from '../contract/index.js';
import { followUpStream } from '../fiscal-year/evolve.js';
import { calendarSet, decided, forecastNoted, forecastSubmitted } from '../fiscal-year/fixtures.js';
import { noteForecast, type NoteForecast } from './note-forecast.js';

const note: NoteForecast = {
  committee: 'SN',
  year: 2023,
  round: 1,
  basis: decided('SN 2023-03-21, § 19', '2023-03-21'),
};

const noting = (changes: Partial<NoteForecast>, ...facts: readonly FollowUpEvent[]) =>
  given(followUpStream, [calendarSet, ...facts]).when(noteForecast, { ...note, ...changes });

describe('taking note of a forecast', () => {
  it('records the paragraph', () => {
    noting({}, forecastSubmitted).thenRecorded(forecastNoted);
  });

  it('may be recorded after the year is closed: the meeting has been held', () => {
    noting({}, forecastSubmitted, accountsClosed).thenRecorded(forecastNoted);
  });
});

describe('taking note of a forecast is refused', () => {
  it('at a round that the calendar does not have', () => {
    noting({ round: 7 }).thenRejected('round-not-in-calendar', { year: 2023, round: 7, rounds: [1, 2, 3] });
  });

  it('where none has been handed in', () => {
    noting({}).thenRejected('forecast-missing', { year: 2023, round: 1 });
  });

  it('a second time', () => {
    noting({}, forecastSubmitted, forecastNoted).thenRejected('forecast-already-noted', {
      round: 1,
      citation: 'SN 2023-03-21, § 19',
    });
  });

  it('under a paragraph of another body', () => {
    noting({ basis: decided('KS 2023-03-21, § 19', '2023-03-21') }, forecastSubmitted).thenRejected(
      'citation-of-another-body',
      { citation: 'KS 2023-03-21, § 19', committee: 'SN' },
    );
  });

  it('from before the forecast', () => {
    noting({ basis: decided('SN 2023-02-21, § 9', '2023-02-21') }, forecastSubmitted).thenRejected(
      'effective-before-its-subject',
      { subject: 'ForecastSubmitted', effectiveOn: '2023-02-21', subjectEffectiveOn: '2023-03-21' },
    );
  });
});
