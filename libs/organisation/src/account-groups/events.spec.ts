import { readFile } from 'node:fs/promises';
import { foldStream } from '#libs/kernel';
import type { AccountGroupsEvent } from './events.js';
import { accountGroupsSamples } from './fixtures.js';
import { accountGroupsStream } from './state.js';

const golden = new URL('./events.golden.json', import.meta.url);

describe('the stored facts of the account groups', () => {
  it('are written and read as they were when the golden sample was taken', async () => {
    const stored = JSON.parse(await readFile(golden, 'utf8')) as readonly AccountGroupsEvent[];
    expect(JSON.parse(JSON.stringify(accountGroupsSamples))).toEqual(stored);
    expect(foldStream(accountGroupsStream, stored)).toEqual(
      foldStream(accountGroupsStream, accountGroupsSamples),
    );
  });

  it('include one of every type', () => {
    const sampled = accountGroupsSamples.map((event) => event.type);
    expect(sampled.toSorted()).toEqual(Object.keys(accountGroupsStream.schemaVersions).toSorted());
  });
});
