import { isAtOrBelow, nearPaths } from './near-paths.js';

const known = [
  'budgets/2024/otherCosts',
  'budgets/2025/otherCosts',
  'budgets/2025/staffCosts',
  'budgets/2025/reserve/otherCosts',
  'follow-up/2023/forecasts/1/annualResult',
];

describe('the paths near one that does not exist', () => {
  it.each([
    [
      'budgets/2025/OtherCosts',
      ['budgets/2025/otherCosts', 'budgets/2025/staffCosts', 'budgets/2025/reserve'],
    ],
    ['budgets/2026', ['budgets/2024', 'budgets/2025']],
    ['budgets/2035/otherCosts', ['budgets/2024', 'budgets/2025']],
    [
      'budgets/2025/otherCosts/more',
      ['budgets/2025/otherCosts', 'budgets/2025/staffCosts', 'budgets/2025/reserve'],
    ],
    ['followup/2023', ['follow-up', 'budgets']],
    ['nothing', ['budgets', 'follow-up']],
    ['budget', ['budgets', 'follow-up']],
  ])('of %s are those one step beyond what exists of it', (path, near) => {
    expect(nearPaths(path, known)).toEqual(near);
  });

  it('are at most 10, those that begin most like it first', () => {
    const many = Array.from({ length: 30 }, (_, n) => `budgets/20${n + 10}/otherCosts`);
    const near = nearPaths('budgets/203', many);
    expect(near).toHaveLength(10);
    expect(near).toEqual(Array.from({ length: 10 }, (_, n) => `budgets/20${n + 30}`));
  });

  it('are none where nothing exists', () => {
    expect(nearPaths('budgets/2025', [])).toEqual([]);
  });
});

describe('what stands below a path', () => {
  it.each([
    ['budgets/2025/otherCosts', 'budgets/2025', true],
    ['budgets/2025', 'budgets/2025', true],
    ['budgets/20250', 'budgets/2025', false],
    ['budgets', 'budgets/2025', false],
  ])('%s below %s: %s', (path, above, isBelow) => {
    expect(isAtOrBelow(path, above)).toBe(isBelow);
  });
});
