import { readFile } from 'node:fs/promises';
import { foldStream } from '#libs/kernel';
import type { EventsErased } from './events.js';
import { erasureSamples, eventsErased } from './fixtures.js';
import { erasuresStream } from './state.js';

const golden = new URL('./events.golden.json', import.meta.url);

describe('the stored decisions to erase', () => {
  it('are written and read as they were when the golden sample was taken', async () => {
    const stored = JSON.parse(await readFile(golden, 'utf8')) as readonly EventsErased[];
    expect(JSON.parse(JSON.stringify(erasureSamples))).toEqual(stored);
    expect(foldStream(erasuresStream, stored)).toEqual(foldStream(erasuresStream, erasureSamples));
  });

  it('include one of every type', () => {
    const sampled = erasureSamples.map((event) => event.type);
    expect(sampled).toEqual(Object.keys(erasuresStream.schemaVersions));
  });

  it('count for each event by the first that names it', () => {
    const later: EventsErased = {
      ...eventsErased,
      basis: { kind: 'decision', citation: 'SN 2026-02-17, § 9', effectiveOn: '2026-02-17' },
    };
    const { decided } = foldStream(erasuresStream, [eventsErased, later]);
    expect([...decided.values()].map(({ citation }) => citation)).toEqual(
      Array.from({ length: 3 }, () => 'SN 2026-01-20, § 3'),
    );
  });
});
