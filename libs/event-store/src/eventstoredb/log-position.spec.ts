import { InvalidPositionError } from '../errors.js';
import { comparePositions, furthest, parsePosition, printPosition } from './log-position.js';

const beyondNumbers = 2n ** 53n;

describe('a position', () => {
  it('is printed and parsed without loss', () => {
    const position = { commit: beyondNumbers + 1n, prepare: 2n ** 63n - 1n };
    expect(printPosition(position)).toBe('9007199254740993:9223372036854775807');
    expect(parsePosition(printPosition(position))).toEqual(position);
  });

  it.each(['', '1', '1:', ':1', '1:2:3', '01:1', '-1:0', '1.5:1', 'a:b', '1:1 ', '12345678901234567890:1'])(
    'is not %p',
    (text) => {
      expect(() => parsePosition(text)).toThrow(InvalidPositionError);
      expect(() => comparePositions(text, '1:1')).toThrow(InvalidPositionError);
    },
  );

  it('is ordered by commit, then by prepare, as numbers', () => {
    const ascending = ['0:0', '9:9', '10:2', '10:10', '9007199254740992:1', '9007199254740993:0'];
    expect(ascending.toReversed().toSorted(comparePositions)).toEqual(ascending);
    expect(comparePositions('10:2', '10:2')).toBe(0);
  });

  it('lies furthest in a direction', () => {
    const [low, middle, high] = ['9:9', '10:10', '11:1'].map(parsePosition);
    expect(furthest([middle, undefined, low, high], 'forwards')).toBe(high);
    expect(furthest([middle, undefined, low, high], 'backwards')).toBe(low);
    expect(furthest([undefined], 'forwards')).toBeUndefined();
  });
});
