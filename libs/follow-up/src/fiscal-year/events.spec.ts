import { readFile } from 'node:fs/promises';
import { foldStream } from '#libs/kernel';
import type { FollowUpEvent } from '../contract/index.js';
import { followUpSamples } from './accounts-fixtures.js';
import { followUpStream } from './evolve.js';

const golden = new URL('./events.golden.json', import.meta.url);

describe('the stored facts of a follow-up', () => {
  it('are written and read as they were when the golden sample was taken', async () => {
    const stored = JSON.parse(await readFile(golden, 'utf8')) as readonly FollowUpEvent[];
    expect(JSON.parse(JSON.stringify(followUpSamples))).toEqual(stored);
    expect(foldStream(followUpStream, stored)).toEqual(foldStream(followUpStream, followUpSamples));
  });

  it('include one of every type', () => {
    const sampled = followUpSamples.map((event) => event.type);
    expect(sampled.toSorted()).toEqual(Object.keys(followUpStream.schemaVersions).toSorted());
  });
});

describe('the state that they add up to', () => {
  const state = foldStream(followUpStream, followUpSamples);

  it('has the latest of what was recorded again, and the closing with its later paragraph', () => {
    expect(state.forecasts).toEqual([
      { round: 1, effectiveOn: '2023-03-21', notedUnder: 'SN 2023-03-21, § 19' },
    ]);
    expect(state.outcomes.map(({ statement }) => statement.lines[0]?.amountOre)).toEqual([160_000_000]);
    expect(state.accounts).toMatchObject({
      statement: { reason: 'En faktura var bokförd på fel år.' },
      closedOn: '2023-12-31',
      revision: 6,
      citation: 'SN 2024-02-20, § 9',
    });
    expect(state.uncited.open).toEqual([]);
  });
});

it('a fact of a type that this version does not know stops the fold', () => {
  const later = { ...followUpSamples[0], type: 'ForecastWithdrawn' } as unknown as FollowUpEvent;
  expect(() => foldStream(followUpStream, [later])).toThrow('ForecastWithdrawn');
});
