import { streamPattern, streamPrefixPattern, withinTenant } from './stream-filter.js';

describe('a stream that a question names', () => {
  it.each([
    ['budget-SN.2025', true, true],
    ['alingsas:budget-SN.2025', true, true],
    ['organisation.accountGroups', true, true],
    ['actionPlan-BUN.2024-09-17.42', true, true],
    ['budget-SN', false, true],
    ['budget-', false, true],
    ['alingsas:budget', false, true],
    ['budget-SN.', false, true],
    ['Budget-SN.2025', false, false],
    ['budget-SN.2025%', false, false],
    ['budget SN', false, false],
    ['', false, false],
  ])('%s: as a whole name %s, as a beginning %s', (text, whole, beginning) => {
    expect([streamPattern.test(text), streamPrefixPattern.test(text)]).toEqual([whole, beginning]);
  });

  it('may be written with its municipality, and with no other', () => {
    const names = ['budget-SN.2025', 'alingsas:budget-SN.2025', 'lerum:budget-SN.2025'];
    expect(names.map((name) => withinTenant(name, 'alingsas'))).toEqual([
      'budget-SN.2025',
      'budget-SN.2025',
      null,
    ]);
  });
});
