import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { parseStrictJson } from './strict-json.js';

const bytes = (text: string) => new TextEncoder().encode(text);
const parsed = (text: string) => parseStrictJson(bytes(text));

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe('strict JSON', () => {
  it('reads every object that JSON can print, as it was printed', () => {
    const key = fc.string({ unit: 'grapheme-composite' }).map((text) => text.normalize('NFC'));
    const value = fc.letrec((tie) => ({
      any: fc.oneof(
        { maxDepth: 5 },
        key,
        fc.integer(),
        fc.boolean(),
        fc.constant(null),
        tie('list'),
        tie('object'),
      ),
      list: fc.array(tie('any'), { maxLength: 4 }),
      object: fc.dictionary(key, tie('any'), { maxKeys: 4 }),
    })).object;
    const reserved = /"(__proto__|constructor|prototype)":/;

    const read = fc.property(value, (object) => {
      const text = JSON.stringify(object);
      fc.pre(!reserved.test(text));
      return isDeepStrictEqual(parsed(text), { value: JSON.parse(text) as unknown });
    });

    expect(() => fc.assert(read)).not.toThrow();
  });

  it('refuses whatever JavaScript does not take for JSON', () => {
    const shards = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ':',
      ',',
      '"a"',
      "'a'",
      '1',
      '-',
      '01',
      '.5',
      '1.',
      'true',
      'nul',
      '\\',
      '\u0000',
      '//',
    );

    const refused = fc.property(fc.array(shards, { maxLength: 12 }), (pieces) => {
      const text = pieces.join('');
      return isJson(text) || 'rejection' in parsed(text);
    });

    expect(() => fc.assert(refused, { numRuns: 2_000 })).not.toThrow();
  });

  it('says where the text breaks off from the format', () => {
    expect(parsed('{\n  "a": 1,\n  "b": }')).toEqual({
      rejection: { code: 'malformed-json', facts: { line: 3, column: 8 } },
    });
  });

  it('takes text in its composed form', () => {
    expect(parsed(`{"n": "${'Å'.normalize('NFD')}"}`)).toEqual({ value: { n: 'Å'.normalize('NFC') } });
  });

  it('sees through two spellings of one key', () => {
    expect(parsed(`{"${'Å'.normalize('NFD')}": 1, "${'Å'.normalize('NFC')}": 2}`)).toMatchObject({
      errors: [{ pointer: '#/Å'.normalize('NFC'), code: 'duplicate-field' }],
    });
  });

  it('keeps no negative zero', () => {
    expect(parsed('{"n": -0}')).toEqual({ value: { n: 0 } });
  });

  it('reports every field at fault', () => {
    expect(parsed('{"a": [1e999, {"b": 1, "b": 2}]}')).toMatchObject({
      rejection: { code: 'invalid-request' },
      errors: [
        { pointer: '#/a/0', code: 'inexact-number' },
        { pointer: '#/a/1/b', code: 'duplicate-field' },
      ],
    });
  });

  it('takes 32 levels and no more', () => {
    const nested = (levels: number) => parsed(`${'{"a":'.repeat(levels - 1)}{}${'}'.repeat(levels - 1)}`);

    expect(nested(32)).toHaveProperty('value');
    expect(nested(33)).toEqual({ rejection: { code: 'json-too-deep', facts: { maxDepth: 32 } } });
  });
});
