import { parseCitation, printCitation } from './citation.js';

describe('a citation', () => {
  it.each([
    'SN 2023-09-19, § 46',
    'SN 2023-09-19, §46',
    'SN 2023-09-19 § 46',
    'SN 2023-09-19 §46',
    'SN  2023-\n09-19,\n§ 46',
    ' SN 2023-09-19,\u00a0§\u00a046 ',
  ])('is read from %p', (text) => {
    expect(parseCitation(text)).toEqual({ body: 'SN', date: '2023-09-19', paragraph: 46 });
  });

  it('is printed one way', () => {
    expect(printCitation({ body: 'KF', date: '2024-11-06', paragraph: 149 })).toBe('KF 2024-11-06, § 149');
  });

  it.each([
    '',
    'SN 2023-09-19',
    '§ 46',
    'SN 2023-02-30, § 46',
    'SN 2023-13-01, § 46',
    'SN 2023-09-19, § 0',
    'SN 2023-09-19, § -1',
    'SN 2023-09-19, § 46a',
    'sn 2023-09-19, § 46',
    '10 kap. 8-9 §§',
    'SN 2023-09-19, § 46; SN 2023-10-24, § 51',
  ])('is not %p', (text) => {
    expect(parseCitation(text)).toBeNull();
  });

  it('is not looked for in text that no minutes would hold', () => {
    expect(parseCitation(`SN 2023-09-19,${' '.repeat(150)}§ 46`)).not.toBeNull();
    expect(parseCitation(`SN 2023-09-19,${' '.repeat(200)}§ 46`)).toBeNull();
  });
});
