import fc from 'fast-check';
import { canonicalJson, CanonicalJsonError } from './canonical-json.js';
import { isCanonicalJson } from './is-canonical-json.js';
import { anyJson } from './testing/index.js';

const told = (text: string) => isCanonicalJson(text, JSON.parse(text));

/** By its meaning: the text is what canonical JSON is of what it says. */
function isCanonical(text: string): boolean {
  try {
    return canonicalJson(JSON.parse(text)) === text;
  } catch (error) {
    if (error instanceof CanonicalJsonError) return false;
    throw error;
  }
}

describe('whether a text is canonical JSON', () => {
  it('is told of every value that has one', () => {
    fc.assert(fc.property(anyJson, (value) => expect(told(canonicalJson(value))).toBe(true)));
  });

  it('is told as if the text were written anew', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(told(text)).toBe(isCanonical(text));
      }),
    );
  });

  it.each([
    ['properties in another order', '{"b":1,"a":2}', false],
    ['properties in another order, deep within', '[{"a":{"c":1,"b":2}}]', false],
    ['names that look like numbers, in the order of their characters', '{"10":1,"9":2}', true],
    ['names that look like numbers, in the order of the numbers', '{"9":2,"10":1}', false],
    ['a property twice', '{"a":1,"a":1}', false],
    ['a space', '{"a": 1}', false],
    ['an integer beyond 2^53 - 1', '[9007199254740993]', false],
    ['the last exact integer', '[9007199254740991]', true],
    ['an integer with an exponent', '[1e2]', false],
    ['minus zero', '[-0]', false],
    ['a lone surrogate', String.raw`["\ud800"]`, false],
    ['a pair of surrogates that is escaped', String.raw`["\ud83d\ude00"]`, false],
    ['a pair of surrogates', '["😀"]', true],
    ['what looks like an escaped surrogate', String.raw`["\\ud800"]`, true],
    ['a property toJSON', '{"toJSON":1}', false],
    ['too many levels', `${'['.repeat(201)}${']'.repeat(201)}`, false],
    ['as many levels as there may be', `${'['.repeat(200)}${']'.repeat(200)}`, true],
  ])('is told where it has %s', (_, text, expected) => {
    expect([told(text), isCanonical(text)]).toEqual([expected, expected]);
  });
});
