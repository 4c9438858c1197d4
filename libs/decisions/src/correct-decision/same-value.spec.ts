import { sameValue } from './same-value.js';

describe('two plain values', () => {
  it.each([
    ['Bifall', 'Bifall', true],
    ['Bifall', null, false],
    [null, null, true],
    [[], [], true],
    [[{ by: 'S', text: null }], [{ text: null, by: 'S' }], true],
    [[{ by: 'S', text: null }], [{ by: 'S' }], false],
    [[{ by: 'S' }], [{ by: 'M' }], false],
    [[{ by: 'S' }], [{ by: 'S' }, { by: 'M' }], false],
  ])('%j and %j say the same: %s', (a, b, expected) => {
    expect(sameValue(a, b)).toBe(expected);
  });
});
