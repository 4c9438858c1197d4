import type { ErasureView } from '#libs/audit';
import { erasuresText } from './erasures.js';

const erasure: ErasureView = {
  event: '00000000-0000-4000-8000-00000000e4a5',
  revision: 0,
  recordedAt: '2026-01-21T08:00:12.345Z',
  actor: { id: 'secretary-7', role: 'committeeSecretary', committee: 'SN' },
  citation: 'SN 2026-01-20, § 3',
  effectiveOn: '2026-01-20',
  reason: 'Registrerat av misstag.',
  events: [
    {
      id: '00000000-0000-4000-8000-000000000003',
      stream: 'alingsas:followUp-SN.2025',
      revision: 1,
      type: 'ForecastSubmitted',
    },
  ],
  isCarriedOut: true,
};

describe('erasures as text', () => {
  it('say when, under which paragraph, by whom, why and what', () => {
    expect(erasuresText([erasure, { ...erasure, citation: null, isCarriedOut: false }])).toBe(
      '2026-01-21 08:00 UTC  SN 2026-01-20, § 3  verkställd  av secretary-7 (committeeSecretary)\n' +
        '  Skäl: Registrerat av misstag.\n' +
        '  ForecastSubmitted  followUp-SN.2025 1  00000000-0000-4000-8000-000000000003\n' +
        '\n' +
        '2026-01-21 08:00 UTC  paragraf saknas  verkställs  av secretary-7 (committeeSecretary)\n' +
        '  Skäl: Registrerat av misstag.\n' +
        '  ForecastSubmitted  followUp-SN.2025 1  00000000-0000-4000-8000-000000000003\n',
    );
  });

  it('are told to be none', () => {
    expect(erasuresText([])).toBe('Inget har gallrats.\n');
  });
});
