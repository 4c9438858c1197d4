import { askedDate, swedishToday } from './swedish-today.http.js';

describe('today in Sweden', () => {
  it.each([
    ['2023-09-19T21:59:59.999Z', '2023-09-19'],
    ['2023-09-19T22:00:00.000Z', '2023-09-20'],
    ['2023-12-31T22:59:59.999Z', '2023-12-31'],
    ['2023-12-31T23:00:00.000Z', '2024-01-01'],
  ])('at %s is %s', (now, date) => {
    expect(swedishToday(new Date(now))).toBe(date);
  });

  it('is what a question is about that names no date', () => {
    expect(askedDate({ asOf: '2023-09-19' })).toBe('2023-09-19');
    expect(askedDate({})).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });
});
