import { readFile } from 'node:fs/promises';
import { foldStream } from '#libs/kernel';
import type { DecisionsEvent } from '../contract/index.js';
import { committeeYearSamples } from './fixtures.js';
import { committeeYearStream } from './state.js';

const golden = new URL('./events.golden.json', import.meta.url);

describe('the stored facts of a committee year', () => {
  it('are written and read as they were when the golden sample was taken', async () => {
    const stored = JSON.parse(await readFile(golden, 'utf8')) as readonly DecisionsEvent[];
    expect(JSON.parse(JSON.stringify(committeeYearSamples))).toEqual(stored);
    expect(foldStream(committeeYearStream, stored)).toEqual(
      foldStream(committeeYearStream, committeeYearSamples),
    );
  });

  it('include one of every type', () => {
    const sampled = committeeYearSamples.map((event) => event.type);
    expect(sampled.toSorted()).toEqual(Object.keys(committeeYearStream.schemaVersions).toSorted());
  });
});

it('a fact of a type that this version does not know stops the fold', () => {
  const later = { ...committeeYearSamples[0], type: 'DecisionAppealed' } as unknown as DecisionsEvent;
  expect(() => foldStream(committeeYearStream, [later])).toThrow('DecisionAppealed');
});
