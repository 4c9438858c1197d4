import fc from 'fast-check';

const text = fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }));
const number = fc.oneof(fc.maxSafeInteger(), fc.double({ min: -1e9, max: 1e9, noNaN: true }));

/** Any value that has canonical JSON. */
export const anyJson: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  any: fc.oneof({ maxDepth: 6 }, text, number, fc.boolean(), fc.constant(null), tie('list'), tie('object')),
  list: fc.array(tie('any'), { maxLength: 6 }),
  object: fc.dictionary(text, fc.option(tie('any'), { nil: undefined }), { maxKeys: 12 }),
})).any;
