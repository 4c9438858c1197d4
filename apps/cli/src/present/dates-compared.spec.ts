import { gone, place, reallocated, step, tkr, uncited } from '../../../../test/support/told-facts.js';
import { datesComparedText } from './dates-compared.js';

describe('two dates compared', () => {
  const compared = { committee: 'SN', from: '2025-01-31', to: '2025-12-31', knownAt: null };
  const change = { ...place, from: tkr(-161_198), to: tkr(-160_898) };

  it('are told event by event below what they are about, with the sum of several changes', () => {
    const closed = {
      path: 'action-plans/2024-09-17.42/measures/team/status',
      label: 'åtgärden ”Mobilt team”, status',
      from: { kind: 'words', words: 'pågår' },
      to: { kind: 'words', words: 'klar' },
    } as const;
    const changes = [
      { ...closed, steps: [{ ...step(gone), ...closed, sentence: 'Åtgärden blev klar.' }] },
      { ...change, steps: [step(reallocated), step(uncited)] },
    ];
    expect(datesComparedText({ ...compared, changes, others: [gone] }, 'tkr')).toBe(
      `SN: vad som ändrades från 2025-01-31 till 2025-12-31 (tkr)

Budget

2025-02-18  I budgeten för 2025 omfördelades 500 tkr.
            SN 2025-02-18, § 9. Registrerat 2026-01-01 00:01 UTC av local (controller).
              budget 2025, personalkostnader  -161 198 → -160 698

2025-05-20  I budgeten för 2025 omfördelades 200 tkr.
            Paragraf saknas: Protokollet saknas. Registrerat 2026-01-01 00:02 UTC av local
            (controller).
              budget 2025, personalkostnader  -160 698 → -160 898

Ändrat flera gånger, sammanlagt:
  budget 2025, personalkostnader  -161 198 → -160 898

Handlingsplaner

2025-06-17  Åtgärden blev klar.
            SN 2025-06-17, § 40. Registrerat 2026-01-01 00:03 UTC av local (controller).
              åtgärden ”Mobilt team”, status  pågår → klar

Hände också, utan att något skiljer för det:

2025-06-17  Uppgifterna är gallrade (SN 2026-01-20, § 3).
            SN 2025-06-17, § 40. Registrerat 2026-01-01 00:03 UTC av local (controller).
`,
    );
  });

  it('say so where nothing differs', () => {
    expect(datesComparedText({ ...compared, changes: [], others: [] }, 'tkr')).toBe(
      'SN: vad som ändrades från 2025-01-31 till 2025-12-31 (tkr)\n\nInget skiljer mellan datumen.\n',
    );
  });
});
