import { enumerate, monthInSwedish, tellExactly, withinSentence, withoutFullStop } from './swedish-words.js';

describe('an amount in a sentence', () => {
  it('is told in the largest unit that does not round it', () => {
    expect([200_000_000, -120_000_000, 0].map(tellExactly)).toEqual(['2 000 tkr', '-1 200 tkr', '0 tkr']);
    expect([123_400, -150].map(tellExactly)).toEqual(['1 234 kr', '-1,50 kr']);
    expect([100_001, -1].map(tellExactly)).toEqual(['1 000,01 kr', '-0,01 kr']);
  });
});

describe('words in a sentence', () => {
  it('are joined as one reads them aloud', () => {
    expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(enumerate)).toEqual([
      '',
      'a',
      'a och b',
      'a, b och c',
    ]);
  });

  it('have a small letter, but for abbreviations', () => {
    expect(['Övriga kostnader', 'IT-stöd', 'köp', ''].map(withinSentence)).toEqual([
      'övriga kostnader',
      'IT-stöd',
      'köp',
      '',
    ]);
  });

  it('end without the full stop that somebody wrote', () => {
    expect(['Fel år. ', 'Varför?', 'Central anvisning'].map(withoutFullStop)).toEqual([
      'Fel år',
      'Varför?',
      'Central anvisning',
    ]);
  });

  it('name the twelve months and no other', () => {
    expect([1, 3, 12].map(monthInSwedish)).toEqual(['januari', 'mars', 'december']);
    expect(() => monthInSwedish(13)).toThrow(RangeError);
    expect(() => monthInSwedish(0)).toThrow(RangeError);
  });
});
