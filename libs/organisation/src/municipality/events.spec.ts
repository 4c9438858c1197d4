import { readFile } from 'node:fs/promises';
import { foldStream } from '#libs/kernel';
import type { MunicipalityEvent } from './events.js';
import { municipalitySamples } from './fixtures.js';
import { municipalityStream } from './state.js';

const golden = new URL('./events.golden.json', import.meta.url);

describe('the stored facts of the municipality', () => {
  it('are written and read as they were when the golden sample was taken', async () => {
    const stored = JSON.parse(await readFile(golden, 'utf8')) as readonly MunicipalityEvent[];
    expect(JSON.parse(JSON.stringify(municipalitySamples))).toEqual(stored);
    expect(foldStream(municipalityStream, stored)).toEqual(
      foldStream(municipalityStream, municipalitySamples),
    );
  });

  it('include one of every type', () => {
    const sampled = municipalitySamples.map((event) => event.type);
    expect(sampled.toSorted()).toEqual(Object.keys(municipalityStream.schemaVersions).toSorted());
  });
});
