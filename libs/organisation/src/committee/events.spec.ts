import { readFile } from 'node:fs/promises';
import { foldStream } from '#libs/kernel';
import type { CommitteeEvent } from './events.js';
import { committeeSamples } from './fixtures.js';
import { committeeStream } from './state.js';

const golden = new URL('./events.golden.json', import.meta.url);

describe('the stored facts of a committee', () => {
  it('are written and read as they were when the golden sample was taken', async () => {
    const stored = JSON.parse(await readFile(golden, 'utf8')) as readonly CommitteeEvent[];
    expect(JSON.parse(JSON.stringify(committeeSamples))).toEqual(stored);
    expect(foldStream(committeeStream, stored)).toEqual(foldStream(committeeStream, committeeSamples));
  });

  it('include one of every type', () => {
    const sampled = committeeSamples.map((event) => event.type);
    expect(sampled.toSorted()).toEqual(Object.keys(committeeStream.schemaVersions).toSorted());
  });
});

it('a fact of a type that this version does not know stops the fold', () => {
  const later = { ...committeeSamples[0], type: 'CommitteeMerged' } as unknown as CommitteeEvent;
  expect(() => foldStream(committeeStream, [later])).toThrow('CommitteeMerged');
});
