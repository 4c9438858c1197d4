import { isDayOfRest } from './swedish-holidays.js';

describe('a day on which no time set by law runs out', () => {
  it.each([
    ['2023-09-23', 'Saturday'],
    ['2023-09-24', 'Sunday'],
    ['2024-01-01', "New Year's Day"],
    ['2023-01-06', 'Epiphany'],
    ['2023-04-07', 'Good Friday 2023'],
    ['2023-04-10', 'Easter Monday 2023'],
    ['2024-03-29', 'Good Friday 2024'],
    ['2008-03-24', 'Easter Monday 2008, nearly as early as it can be'],
    ['2038-04-26', 'Easter Monday 2038, as late as it can be'],
    ['2025-05-01', '1 May'],
    ['2025-05-29', 'Ascension Day 2025'],
    ['2024-06-06', 'the National Day'],
    ['2024-06-21', 'Midsummer Eve 2024'],
    ['2020-06-19', 'Midsummer Eve 2020'],
    ['2026-06-19', 'Midsummer Eve 2026'],
    ['2025-12-24', 'Christmas Eve'],
    ['2025-12-25', 'Christmas Day'],
    ['2025-12-26', 'Boxing Day'],
    ['2025-12-31', "New Year's Eve"],
  ])('%s is %s', (date) => expect(isDayOfRest(date)).toBe(true));

  it.each([
    ['2023-09-19', 'a Tuesday'],
    ['2023-04-06', 'Maundy Thursday'],
    ['2001-06-06', 'the National Day before it was a holiday'],
    ['2025-06-27', 'the Friday after Midsummer'],
    ['2024-12-30', 'a Monday between the holidays'],
  ])('%s, %s, is none', (date) => expect(isDayOfRest(date)).toBe(false));
});
