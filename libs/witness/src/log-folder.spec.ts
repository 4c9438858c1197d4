import fc from 'fast-check';
import { folderOf, originOf } from './log-folder.js';

describe('the folder of a log', () => {
  it.each([
    ['paragraf.local/alingsas', 'paragraf.local%2Falingsas'],
    ['..', '%2E.'],
    ['.', '%2E'],
    ['C:\\logs', 'C%3A%5Clogs'],
    ['what?*|"<>', 'what%3F%2A%7C%22%3C%3E'],
    ['example.com/behind-the-sofa', 'example.com%2Fbehind-the-sofa'],
  ])('of %s is named %s', (origin, folder) => {
    expect(folderOf(origin)).toBe(folder);
  });

  it('leads back to the log', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }), (origin) => {
        const folder = folderOf(origin);
        // Twenty graphemes can be more than a name holds: each may be of several characters.
        fc.pre(folder !== null);
        expect(folder).toMatch(/^[A-Za-z0-9%_-][A-Za-z0-9%_.-]*$/);
        expect(originOf(folder ?? '')).toBe(origin);
      }),
    );
  });

  it('is none where the name is too long for one', () => {
    expect(folderOf('a'.repeat(200))).toHaveLength(200);
    expect(folderOf('a'.repeat(201))).toBeNull();
    expect(folderOf('å'.repeat(34))).toBeNull();
  });
});
