import { readFile } from 'node:fs/promises';
import { settings } from '#apps/api';

describe('the README', () => {
  it('tells every setting in the words of the program', async () => {
    const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8');
    const rows = [...readme.matchAll(/^\| `([A-Z_]+)` \|.*$/gm)].map(([row]) => row);
    const expected = Object.values(settings).map(
      ({ name, default: value, description }) =>
        `| \`${name}\` | ${value === null ? '' : `\`${value}\``} | ${description} |`,
    );
    expect(rows).toEqual(expected);
  });
});
