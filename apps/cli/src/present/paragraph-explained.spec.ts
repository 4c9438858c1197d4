import { event, paragraph, reallocated, uncited } from '../../../../test/support/told-facts.js';
import { paragraphExplainedText } from './paragraph-explained.js';

describe('a paragraph explained', () => {
  it('is the decision, what was done under it, and what got it afterwards', () => {
    const decision = { ...reallocated, sentence: 'Omfördelning beslutades.', changes: [] };
    const fact = { ...uncited, event: event(2, '2025-05-20', { citation: paragraph, isCitedLater: true }) };
    const groups = [
      { context: 'budget', committee: 'SN', facts: [reallocated] },
      { context: 'audit', committee: null, facts: [{ ...decision, sentence: '3 händelser gallrades.' }] },
    ];
    const citedLater = [{ fact, saidBy: event(4, '2025-05-20', { citation: paragraph }) }];
    const explained = { citation: paragraph, decision: [decision], groups, citedLater };
    expect(paragraphExplainedText(explained, 'tkr')).toBe(
      `SN 2025-02-18, § 9: vad som vilar på paragrafen (tkr)

Beslutet

2025-02-18  Omfördelning beslutades.
            Registrerat 2026-01-01 00:01 UTC av local (controller).

Budget, SN

2025-02-18  I budgeten för 2025 omfördelades 500 tkr.
            Registrerat 2026-01-01 00:01 UTC av local (controller).
              budget 2025, personalkostnader  -161 198 → -160 698

Gallring

2025-02-18  3 händelser gallrades.
            Registrerat 2026-01-01 00:01 UTC av local (controller).

Registrerat utan paragraf, som angavs i efterhand

2025-05-20  I budgeten för 2025 omfördelades 200 tkr.
            SN 2025-02-18, § 9, angiven i efterhand. Registrerat 2026-01-01 00:02 UTC av local
            (controller).
            Paragrafen angavs 2026-01-01 00:04 UTC av local (controller).
              budget 2025, personalkostnader  -160 698 → -160 898
`,
    );
  });
});
