import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { sourceFiles } from './source-files.js';

const root = resolve(import.meta.dirname, '../..');
const fixtures = resolve(import.meta.dirname, 'fixtures');
const dependencyCruiser = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');

interface Violation {
  readonly from: string;
  readonly rule: { readonly name: string };
}

interface Cruise {
  readonly summary: {
    readonly totalCruised: number;
    readonly violations: readonly Violation[];
    readonly ruleSetUsed: { readonly forbidden: readonly { readonly name: string }[] };
  };
}

/** Runs the checker as `npm run check:imports` does, on the tree below a folder. */
async function cruise(folder: string): Promise<Cruise['summary']> {
  const configuration = [
    '--config',
    join(root, '.dependency-cruiser.js'),
    '--ts-config',
    join(root, 'tsconfig.json'),
  ];
  const output = await new Promise<string>((done, fail) => {
    const args = [dependencyCruiser, ...configuration, '--output-type', 'json', 'apps', 'libs'];
    // Violations make the checker exit with their number, which is no failure to run; without output it is.
    execFile(
      process.execPath,
      args,
      { cwd: folder, maxBuffer: 64 * 1024 * 1024 },
      (error, stdout, stderr) => {
        if (stdout.startsWith('{')) done(stdout);
        else fail(error ?? new Error(stderr));
      },
    );
  });
  return (JSON.parse(output) as Cruise).summary;
}

describe('who may import whom', () => {
  it('is kept by the whole tree', async () => {
    const { violations, totalCruised } = await cruise(root);

    expect(violations).toEqual([]);
    expect(totalCruised).toBeGreaterThan(0);
  });

  it('is broken by each fixture that says so, by no other, and each rule by one', async () => {
    const declared = new Map<string, string>();
    for (const path of await sourceFiles(fixtures, ['apps', 'libs'])) {
      const rule = /^\/\/ Breaks: (\S+)$/m.exec(await readFile(join(fixtures, path), 'utf8'))?.[1];
      if (rule) declared.set(path, rule);
    }

    const { violations, ruleSetUsed } = await cruise(fixtures);

    expect(new Map(violations.map(({ from, rule }) => [from, rule.name]))).toEqual(declared);
    expect(violations).toHaveLength(declared.size);
    expect(new Set(declared.values())).toEqual(new Set(ruleSetUsed.forbidden.map(({ name }) => name)));
  });
});
