import type { ToldFact } from '#libs/audit';
import { event, gone, paragraph, reallocated, uncited } from '../../../../test/support/told-facts.js';
import { steppedReplayText } from './stepped-replay.js';

describe('a replay step by step', () => {
  const replay = { committee: 'SN', asOf: '2025-12-31', knownAt: null };

  it('tells each event: what it did, on what ground, by whom and when recorded, and what it changed', () => {
    expect(steppedReplayText({ ...replay, facts: [reallocated, uncited, gone] }, 'tkr')).toBe(
      `SN till och med 2025-12-31, händelse för händelse (tkr)

2025-02-18  I budgeten för 2025 omfördelades 500 tkr.
            SN 2025-02-18, § 9. Registrerat 2026-01-01 00:01 UTC av local (controller).
              budget 2025, personalkostnader  -161 198 → -160 698

2025-05-20  I budgeten för 2025 omfördelades 200 tkr.
            Paragraf saknas: Protokollet saknas. Registrerat 2026-01-01 00:02 UTC av local
            (controller).
              budget 2025, personalkostnader  -160 698 → -160 898

2025-06-17  Uppgifterna är gallrade (SN 2026-01-20, § 3).
            SN 2025-06-17, § 40. Registrerat 2026-01-01 00:03 UTC av local (controller).
`,
    );
  });

  it('says that a paragraph was given afterwards, and of which fact', () => {
    const later = { ...uncited, event: event(2, '2025-05-20', { citation: paragraph, isCitedLater: true }) };
    const { sentence } = uncited;
    const cited: ToldFact = {
      ...gone,
      event: event(4, '2025-05-20', { citation: paragraph }),
      sentence: 'Paragrafen angavs.',
      cites: { event: later.event, sentence },
    };
    const text = steppedReplayText({ ...replay, facts: [later, cited] }, 'tkr');
    expect(text).toContain('            SN 2025-02-18, § 9, angiven i efterhand. Registrerat ');
    expect(text).toContain('            Det gällde 2025-05-20: I budgeten för 2025 omfördelades 200 tkr.\n');
  });

  it('expects no paragraph of a report, and names an event that nobody has words for by its type', () => {
    const facts = [{ ...gone, event: event(5, '2025-06-17'), sentence: null }];
    expect(steppedReplayText({ ...replay, knownAt: '2026-03-01T00:00:00.000Z', facts }, 'tkr')).toBe(
      `SN till och med 2025-12-31, så långt det var registrerat 2026-03-01T00:00:00.000Z, händelse för
händelse (tkr)

2025-06-17  BudgetReallocated.
            Registrerat 2026-01-01 00:05 UTC av local (controller).
`,
    );
  });

  it('says so where nothing happened', () => {
    expect(steppedReplayText({ ...replay, facts: [] }, 'tkr')).toContain('Inget gällde eller var känt då.');
  });
});
