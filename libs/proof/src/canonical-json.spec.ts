import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { canonicalJson, CanonicalJsonError } from './canonical-json.js';
import { anyJson } from './testing/index.js';

/** The pairs of input and output that the author of RFC 8785 publishes with it. */
const vectors: readonly (readonly [string, string, string])[] = [
  [
    'arrays',
    '[\n  56,\n  {\n    "d": true,\n    "10": null,\n    "1": [ ]\n  }\n]',
    '[56,{"1":[],"10":null,"d":true}]',
  ],
  [
    'french',
    '{"pêche":"but canonicalization MUST","peach":"This sorting order","péché":"is wrong according to French","sin":"ingnore locale"}',
    '{"peach":"This sorting order","péché":"is wrong according to French","pêche":"but canonicalization MUST","sin":"ingnore locale"}',
  ],
  [
    'structures',
    '{"1":{"f":{"f":"hi","F":5},"\\n":56.0},"10":{ },"":"empty","a":{ },"111":[ { } ],"A":{ }}',
    '{"":"empty","1":{"\\n":56,"f":{"F":5,"f":"hi"}},"10":{},"111":[{}],"A":{},"a":{}}',
  ],
  ['unicode', '{"Unnormalized Unicode":"\\u1e0d\\u0307"}', '{"Unnormalized Unicode":"\u1e0d\u0307"}'],
  [
    'values, but for 1E30',
    String.raw`{"numbers":[4.50,333333333.33333329,2e-3,0.000000000000000000000000001],"escaping":"\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/","literals":[null,true,false]}`,
    String.raw`{"escaping":"€$\u000f\nA'B\"\\\\\"/","literals":[null,true,false],"numbers":[4.5,333333333.3333333,0.002,1e-27]}`,
  ],
  [
    'weird',
    String.raw`{"\u20ac":"Euro Sign","1":"One","\u0080":"Control\u007f","\ud83d\ude02":"Smiley","\u00f6":"Latin Small Letter O With Diaeresis","\ufb33":"Hebrew Letter Dalet With Dagesh","</script>":"Browser Challenge"}`,
    '{"1":"One","</script>":"Browser Challenge","\u0080":"Control\u007f","ö":"Latin Small Letter O With Diaeresis","€":"Euro Sign","😂":"Smiley","\ufb33":"Hebrew Letter Dalet With Dagesh"}',
  ],
  [
    'sorting (3.2.3)',
    String.raw`{"\u20ac":"Euro Sign","\r":"Carriage Return","\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One","\ud83d\ude00":"Emoji: Grinning Face","\u0080":"Control","\u00f6":"Latin Small Letter O With Diaeresis"}`,
    '{"\\r":"Carriage Return","1":"One","\u0080":"Control","ö":"Latin Small Letter O With Diaeresis","€":"Euro Sign","😀":"Emoji: Grinning Face","\ufb33":"Hebrew Letter Dalet With Dagesh"}',
  ],
];

/** RFC 8785, appendix B: the bits of a double, and what it is printed as; null where it is refused. */
const numbers: readonly (readonly [string, string | null])[] = [
  ['0000000000000000', '0'],
  ['8000000000000000', '0'],
  ['0000000000000001', '5e-324'],
  ['8000000000000001', '-5e-324'],
  ['7fffffffffffffff', null],
  ['7ff0000000000000', null],
  ['fff0000000000000', null],
  ['433fffffffffffff', '9007199254740991'],
  // From here to the blank line appendix B prints integers, as 9007199254740992, 1e+23, 1e+21: see canonicalJson.
  ['4340000000000000', null],
  ['c340000000000000', null],
  ['4430000000000000', null],
  ['44b52d02c7e14af5', null],
  ['44b52d02c7e14af6', null],
  ['44b52d02c7e14af7', null],
  ['444b1ae4d6e2ef4e', null],
  ['444b1ae4d6e2ef4f', null],
  ['444b1ae4d6e2ef50', null],
  ['7fefffffffffffff', null],
  ['ffefffffffffffff', null],

  ['41b3de4355555553', '333333333.3333332'],
  ['41b3de4355555554', '333333333.33333325'],
  ['41b3de4355555555', '333333333.3333333'],
  ['41b3de4355555556', '333333333.3333334'],
  ['41b3de4355555557', '333333333.33333343'],
  ['becbf647612f3696', '-0.0000033333333333333333'],
  ['43143ff3c1cb0959', '1424953923781206.2'],
];

/** The definition, word for word: properties sorted all the way down, then printed as JavaScript does. */
function reference(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(reference).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const properties = Object.entries(value).filter(([, member]) => member !== undefined);
  const inOrder = properties.toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${inOrder.map(([name, member]) => `${JSON.stringify(name)}:${reference(member)}`).join(',')}}`;
}

/** Null where it is refused. */
const printOf = (value: unknown): string | null => {
  try {
    return canonicalJson(value);
  } catch (error) {
    if (error instanceof CanonicalJsonError) return null;
    throw error;
  }
};

const errorOf = (value: unknown): CanonicalJsonError => {
  try {
    canonicalJson(value);
  } catch (error) {
    if (error instanceof CanonicalJsonError) return error;
  }
  throw new Error('It was not refused.');
};

describe('canonical JSON', () => {
  it.each(vectors)('is as published for %s', (_name, input, output) => {
    expect(canonicalJson(JSON.parse(input))).toBe(output);
  });

  it.each(numbers)('prints the double 0x%s as %p', (bits, printed) => {
    const value = Buffer.from(bits, 'hex').readDoubleBE();
    expect(printOf(value)).toBe(printed);
  });

  it('is the sorted print of every value that JSON holds', () => {
    fc.assert(
      fc.property(anyJson, (value) => {
        expect(canonicalJson(value)).toBe(reference(value));
      }),
    );
  });

  it('is what it reads back as', () => {
    fc.assert(
      fc.property(anyJson, (value) => {
        const once = canonicalJson(value);
        expect(canonicalJson(JSON.parse(once))).toBe(once);
      }),
    );
  });

  it('leaves out a property that is undefined', () => {
    expect(canonicalJson({ b: undefined, a: 1, c: undefined })).toBe('{"a":1}');
  });

  it('takes an object of any class by its own properties', () => {
    class Line {
      constructor(
        readonly kind: string,
        readonly amountOre: number,
      ) {}
    }
    expect(canonicalJson(new Line('cost', -5))).toBe('{"amountOre":-5,"kind":"cost"}');
    expect(canonicalJson(JSON.parse('{"b":1,"__proto__":{"a":2}}'))).toBe('{"__proto__":{"a":2},"b":1}');
  });

  it('does not unify what Unicode can write in two ways', () => {
    const hash = (value: unknown) => createHash('sha256').update(canonicalJson(value)).digest('hex');
    expect('Å'.normalize('NFD')).not.toBe('Å');
    expect(hash('Å'.normalize('NFD'))).not.toBe(hash('Å'.normalize('NFC')));
  });

  it('refuses an integer that was rounded before it came', () => {
    const { amountOre } = JSON.parse('{"amountOre":9007199254740993}') as { amountOre: number };
    expect(amountOre).toBe(9_007_199_254_740_992);
    expect(errorOf({ amountOre })).toMatchObject({
      path: 'amountOre',
      message: 'The value at amountOre is 9007199254740992, an integer beyond 2^53 - 1.',
    });
  });

  it.each([
    ['NaN', Number.NaN],
    ['an infinity', -Infinity],
    ['1E30', 1e30],
    ['undefined', undefined],
    ['undefined in an array', [undefined]],
    ['a hole in an array', Array(1)],
    ['a function', () => 1],
    ['a symbol', Symbol('a')],
    ['a bigint', 1n],
    ['a function in an object', { a: () => 1 }],
    ['a high surrogate alone', '\ud83d'],
    ['a low surrogate alone', 'a\udc00b'],
    ['a pair in the wrong order', '\ude00\ud83d'],
    ['a lone surrogate in a name', { '\ud83d': 1 }],
    ['a date', new Date('2023-09-19')],
    ['a map', new Map([['a', 1]])],
    ['a set', { a: new Set([1]) }],
  ])('refuses %s', (_name, value) => {
    expect(errorOf(value)).toBeInstanceOf(CanonicalJsonError);
  });

  it('says where the trouble stands', () => {
    expect(errorOf({ data: { lines: [1, { amountOre: Number.NaN }] } }).path).toBe('data.lines[1].amountOre');
    expect(errorOf([[undefined]]).path).toBe('[0][0]');
    expect(errorOf(1n).path).toBe('');
  });

  it('refuses what contains itself, and what is nested without end', () => {
    const self: { inner?: unknown } = {};
    self.inner = { self };
    expect(errorOf(self).reason).toBe('is nested deeper than 200');
    expect(errorOf(JSON.parse('['.repeat(5000) + ']'.repeat(5000))).reason).toBe('is nested deeper than 200');
    expect(canonicalJson(JSON.parse('['.repeat(200) + ']'.repeat(200)))).toHaveLength(400);
  });
});
