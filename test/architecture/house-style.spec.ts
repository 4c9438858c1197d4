import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { findings, linesAtShare } from './house-style.js';
import { sourceFiles } from './source-files.js';

const root = resolve(import.meta.dirname, '../..');

describe('the house style', () => {
  it.each([
    ['libs/budget/src/x/x.ts', 'let x: any;', 'any'],
    ['libs/budget/src/x/x.spec.ts', 'const x = 1 as\n  any;', 'any'],
    ['libs/budget/src/x/x.handler.ts', 'process.env.PORT', 'process.env'],
    ['apps/api/src/main.ts', 'const { PORT } = process.env;', 'process.env'],
    ['libs/kernel/src/x.ts', 'Date.now()', 'Date.now'],
    ['libs/kernel/src/x.ts', 'new Date()', 'new Date()'],
    ['libs/kernel/src/x.ts', 'Date()', 'Date()'],
    ['libs/budget/src/x/x.ts', 'Math.random()', 'Math.random'],
    ['libs/budget/src/x/x.ts', 'randomUUID()', 'randomUUID()'],
    ['libs/budget/src/x/x.ts', 'setTimeout(f, 1)', 'setTimeout()'],
  ])('objects in %s to %j', (path, text, what) => {
    expect(findings(path, text).map((finding) => finding.split(': ')[1])).toEqual([what]);
  });

  it.each([
    ['libs/budget/src/x/x.ts', '// any words of process.env\nconst x = "any Date.now()";'],
    ['libs/budget/src/x/x.handler.ts', 'const now = new Date(); const id = randomUUID();'],
    ['libs/kernel/src/x.ts', "new Date('2023-09-19').getTime()"],
    ['apps/api/src/config.ts', 'process.env.PORT'],
    ['test/e2e/x.spec.ts', 'process.env.CI'],
  ])('has no objection in %s to %j', (path, text) => {
    expect(findings(path, text)).toEqual([]);
  });

  it('is kept by the whole tree', async () => {
    const paths = await sourceFiles(root, ['apps', 'libs', 'test', 'bench']);
    const checked = paths.filter((path) => !path.startsWith('test/architecture/fixtures/'));
    const found = await Promise.all(
      checked.map(async (path) => findings(path, await readFile(join(root, path), 'utf8'))),
    );

    expect(found.flat()).toEqual([]);
    expect(checked).toContain('test/architecture/house-style.spec.ts');
  });
});

describe('the size of files', () => {
  it.each([
    [[10], 0.5, 10],
    [[30, 10, 20], 0.5, 20],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 100], 0.9, 100],
  ])('of %j lines at share %d is %d', (lineCounts, share, lines) => {
    expect(linesAtShare(lineCounts, share)).toBe(lines);
  });

  it('stays small: half of them at most 45 lines, nine of ten at most 120', async () => {
    const shipped = (await sourceFiles(root, ['apps', 'libs'])).filter((path) => !path.endsWith('.spec.ts'));
    const texts = await Promise.all(shipped.map((path) => readFile(join(root, path), 'utf8')));
    const lineCounts = texts.map((text) => text.split('\n').length - 1);

    expect(linesAtShare(lineCounts, 0.5)).toBeLessThanOrEqual(45);
    expect(linesAtShare(lineCounts, 0.9)).toBeLessThanOrEqual(120);
  });
});
