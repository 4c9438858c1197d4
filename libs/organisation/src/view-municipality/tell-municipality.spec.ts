import { tellEvents } from '#libs/kernel';
import { record } from '#libs/kernel/testing';
import { municipalityNamed } from '../municipality/fixtures.js';
import { municipalityStreamId } from '../municipality/state.js';
import { municipalityTeller } from './tell-municipality.js';

it('the municipality in words is what it is called', () => {
  const [told] = tellEvents(
    [municipalityTeller],
    record(municipalityStreamId('alingsas'), [municipalityNamed]),
  );
  expect(told).toMatchObject({
    sentence: 'Kommunen fick namnet Alingsås kommun',
    changes: [
      {
        path: 'municipality/names/1974-01-01',
        label: 'kommunen, namn från 1974-01-01',
        from: null,
        to: { kind: 'words', words: 'Alingsås kommun' },
      },
    ],
  });
});
