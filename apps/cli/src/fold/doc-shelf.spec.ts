import fc from 'fast-check';
import { sha256Hex } from '#libs/proof';
import { DocShelf } from './doc-shelf.js';

const key = fc.constantFrom('a', 'b', 'c', 'å', 'SN.2025');
const change = fc.record({ key, text: fc.string({ maxLength: 2_000 }) });

describe('a shelf for few documents', () => {
  it.each(
    [0, 50, 3_000, 1_000_000].flatMap((capacity) =>
      [1, 3, 1_000].map((patience) => ({ capacity, patience })),
    ),
  )('holds as many as there are, whatever it leaves to the disk: %j', (limits) => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 60 }), (changes) => {
        const shelf = new DocShelf(limits);
        try {
          const documents = new Map<string, unknown>();
          for (const { key: of, text } of changes) {
            const before = shelf.get(of) as string[] | undefined;
            expect(before).toEqual(documents.get(of));
            const after = [...(before ?? []), text];
            documents.set(of, after);
            shelf.set(of, after, text.length);
          }
          for (const [of, document] of documents) {
            expect(shelf.get(of)).toEqual(document);
            expect(shelf.digest(of)).toBe(sha256Hex(JSON.stringify(document)));
          }
        } finally {
          shelf.close();
        }
      }),
    );
  });
});
