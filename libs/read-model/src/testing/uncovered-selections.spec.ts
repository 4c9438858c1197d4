import { InMemoryEventStore } from '#libs/event-store';
import { append, counted, counts } from './counting.js';
import { uncoveredSelections } from './uncovered-selections.js';

describe('the sources of a projection', () => {
  const store = new InMemoryEventStore();
  beforeAll(async () => {
    for (const stream of ['counting-SN.2022', 'counting-SN.2023', 'counting-KS.2023']) {
      await append(store, `alingsas:${stream}`, counted(1, 'chairs'));
    }
  });

  it('cover what can be asked for', async () => {
    expect(await uncoveredSelections(store, counts, 'alingsas')).toEqual([]);
  });

  it('are found wanting where they leave out a stream', async () => {
    const forgetful = { ...counts, sources: () => [{ stream: 'counting-SN.2023' }] };

    expect(new Set(await uncoveredSelections(store, forgetful, 'alingsas'))).toEqual(
      new Set([
        { key: 'SN.2022.chairs' },
        { committee: 'SN' },
        { committee: 'SN', year: 2022 },
        { key: 'SN.all' },
        { key: 'KS.2023.chairs' },
        { committee: 'KS' },
        { committee: 'KS', year: 2023 },
        { key: 'KS.all' },
      ]),
    );
  });
});
