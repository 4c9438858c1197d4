import { given } from '#libs/kernel/testing';
import { municipalityNamed } from '../municipality/fixtures.js';
import { municipalityStream } from '../municipality/state.js';
import { nameMunicipality } from './name-municipality.js';

describe('naming the municipality', () => {
  it('is recorded from its date', () => {
    const { basis, data } = municipalityNamed;
    given(municipalityStream)
      .when(nameMunicipality, { ...data, basis })
      .thenRecorded(municipalityNamed);
  });

  it('anew keeps the former name for its time', () => {
    const basis = { kind: 'report', effectiveOn: '2030-01-01' } as const;
    const state = given(municipalityStream, [municipalityNamed])
      .when(nameMunicipality, { name: 'Alingsås stad', basis })
      .thenRecorded({ type: 'MunicipalityNamed', data: { name: 'Alingsås stad' }, basis });
    expect(state.names).toEqual([
      { from: '1974-01-01', value: 'Alingsås kommun' },
      { from: '2030-01-01', value: 'Alingsås stad' },
    ]);
  });

  it('as it is named already is refused', () => {
    given(municipalityStream, [municipalityNamed])
      .when(nameMunicipality, {
        name: 'Alingsås kommun',
        basis: { kind: 'report', effectiveOn: '2023-01-01' },
      })
      .thenRejected('name-unchanged', { name: 'Alingsås kommun', on: '2023-01-01' });
  });
});
