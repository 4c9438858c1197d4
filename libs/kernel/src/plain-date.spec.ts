import { endOfMonth } from './period.js';
import { addDays, daysBetween, isInstant, isPlainDate, latest } from './plain-date.js';

describe('a plain date', () => {
  it.each(['2023-09-19', '2024-02-29', '1999-12-31'])('takes %p', (date) => {
    expect(isPlainDate(date)).toBe(true);
  });

  it.each(['2023-02-29', '2023-9-19', '2023-09-19T00:00:00Z', '20230919', '0023-01-01', '', null, 20230919])(
    'refuses %p',
    (date) => {
      expect(isPlainDate(date)).toBe(false);
    },
  );

  it('counts days over the end of a year and over summer time', () => {
    expect(addDays('2023-12-12', 21)).toBe('2024-01-02');
    expect(addDays('2024-03-30', 2)).toBe('2024-04-01');
    expect(daysBetween('2024-10-26', '2024-10-28')).toBe(2);
    expect(daysBetween('2024-01-02', '2023-12-12')).toBe(-21);
  });

  it('ends its months where the calendar does', () => {
    expect([1, 2, 4, 12].map((month) => endOfMonth(2024, month))).toEqual([
      '2024-01-31',
      '2024-02-29',
      '2024-04-30',
      '2024-12-31',
    ]);
  });

  it('knows the later of two', () => {
    expect(latest('2023-01-01', '2022-11-23', '2023-01-02')).toBe('2023-01-02');
  });
});

describe('an instant', () => {
  it('is UTC with milliseconds, so that text order is time order', () => {
    expect(isInstant('2026-11-23T05:22:18.123Z')).toBe(true);
    for (const text of [
      '2026-11-23T05:22:18Z',
      '2026-11-23T05:22:18.123+01:00',
      '2026-02-30T00:00:00.000Z',
      'now',
    ]) {
      expect(isInstant(text)).toBe(false);
    }
  });
});
