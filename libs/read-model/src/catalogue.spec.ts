import { Catalogue } from './catalogue.js';
import { UnknownReadModelError } from './errors.js';
import { counts } from './testing/counting.js';

describe('the catalogue of projections', () => {
  it('finds a projection by its name', () => {
    expect(new Catalogue([counts]).get('test-counts')).toBe(counts);
    expect(() => new Catalogue([counts]).get('accounts')).toThrow(UnknownReadModelError);
  });

  it.each([
    'Counts',
    'test_counts',
    'test--counts',
    '-counts',
    '2counts',
    'checkpoint',
    'source-log',
    'x'.repeat(41),
    '',
  ])('refuses the name %j', (name) => {
    expect(() => new Catalogue([{ ...counts, name }])).toThrow('cannot name a read model');
  });

  it.each([0, 1.5, -1])('refuses the version %d', (version) => {
    expect(() => new Catalogue([{ ...counts, version }])).toThrow('version');
  });

  it('refuses two of the same name', () => {
    expect(() => new Catalogue([counts, { ...counts, version: 2 }])).toThrow('the same name');
  });
});
