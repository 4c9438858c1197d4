import { foldInto, qualifies } from '#libs/kernel';
import { record } from '#libs/kernel/testing';
import { committeeEstablished } from '../committee/fixtures.js';
import { committeeStreamId } from '../committee/state.js';
import { municipalityNamed } from '../municipality/fixtures.js';
import { municipalityStreamId } from '../municipality/state.js';
import { municipality, municipalityKey, municipalityOn } from './municipality.js';

const renamed = {
  ...municipalityNamed,
  data: { name: 'Alingsås stad' },
  basis: { kind: 'report', effectiveOn: '2030-01-01' },
} as const;
const log = [
  ...record(municipalityStreamId('alingsas'), [municipalityNamed, renamed]),
  ...record(committeeStreamId('alingsas', 'SN'), [committeeEstablished], { firstPosition: 3 }),
];
const docs = foldInto(municipality, new Map(), log);

describe('the municipality', () => {
  it('has the name of the date', () => {
    const doc = docs.get(municipalityKey) ?? municipality.initial(municipalityKey);
    const names = ['1970-01-01', '2029-12-31', '2030-01-01'].map((on) => municipalityOn(doc, on).name);
    expect(names).toEqual(['Alingsås kommun', 'Alingsås kommun', 'Alingsås stad']);
  });

  it('as of a date knows nothing of what holds later', () => {
    const then = log.filter((event) => qualifies(event, { asOf: '2023-01-01' }));
    expect(foldInto(municipality, new Map(), then).get(municipalityKey)?.names).toEqual([
      { from: '1974-01-01', value: 'Alingsås kommun' },
    ]);
  });

  it('is one document with the revision of its stream, whatever else happens', () => {
    expect([...docs.keys()]).toEqual([municipalityKey]);
    expect(docs.get(municipalityKey)?.revision).toBe(1);
    expect(foldInto(municipality, foldInto(municipality, new Map(), log.slice(0, 1)), log.slice(1))).toEqual(
      docs,
    );
    expect(municipality.sources({})).toEqual([{ stream: 'organisation.municipality' }]);
  });
});
