import { gone, place, reallocated, step, tkr, uncited } from '../../../../test/support/told-facts.js';
import { itemExplainedText } from './item-explained.js';
import { maxWidth } from './table.js';

const widest = (text: string) => Math.max(...text.split('\n').map(({ length }) => length));

describe('a figure explained', () => {
  const asked = { committee: 'SN', asOf: null, knownAt: null, path: place.path, erased: [], below: [] };

  it('is followed from event to event', () => {
    const item = { ...place, value: tkr(-160_898) };
    const steps = [step(reallocated), step(uncited)];
    expect(itemExplainedText({ ...asked, item, steps, erased: [gone] }, 'tkr')).toBe(
      `budget 2025, personalkostnader: -160 898 tkr

2025-02-18  I budgeten för 2025 omfördelades 500 tkr.
            SN 2025-02-18, § 9. Registrerat 2026-01-01 00:01 UTC av local (controller).
              -161 198 → -160 698

2025-05-20  I budgeten för 2025 omfördelades 200 tkr.
            Paragraf saknas: Protokollet saknas. Registrerat 2026-01-01 00:02 UTC av local
            (controller).
              -160 698 → -160 898

Gallrat ur samma strömmar; vad det ändrade vet ingen:

2025-06-17  Uppgifterna är gallrade (SN 2026-01-20, § 3).
            SN 2025-06-17, § 40. Registrerat 2026-01-01 00:03 UTC av local (controller).
`,
    );
  });

  it('that holds no longer says so', () => {
    const explained = { ...asked, asOf: '2025-12-31', item: null, steps: [{ ...step(uncited), to: null }] };
    const text = itemExplainedText(explained, 'tkr');
    expect(text).toContain('budgets/2025/staffCosts gäller inte längre, som det gällde 2025-12-31\n');
    expect(text).toContain('              -160 698 → –\n');
  });

  it('of the beginning of a path is a list that fits the page', () => {
    const long =
      'kommunbidrag 2025, förändring från 2024, därav permanent satsning: Alingsåsmodellen och ny lag';
    const words = { kind: 'words', words: 'Minska arbetsstyrkan med tre årsarbetare till hösten' } as const;
    const below = [
      { path: 'budgets/2025/grantChange/permanent/1', label: long, value: tkr(10_000) },
      { ...place, value: words },
    ];
    const text = itemExplainedText({ ...asked, path: 'budgets/2025', item: null, steps: [], below }, 'tkr');
    expect(text).toContain('grantChange/permanent/1  kommunbidrag 2025, förändring från 2024,');
    expect(text).toContain('staffCosts               budget 2025, personalkostnader');
    expect(widest(text)).toBeLessThanOrEqual(maxWidth);
  });

  it('is a list of lines where the paths leave no room for a table', () => {
    const path = 'action-plans/2024-09-17.42/measures/outpatient-contacts/text';
    const label = 'handlingsplanen 2024-09-17.42, åtgärden ”Mobilt team”, lydelse';
    const below = [{ path, label, value: { kind: 'words', words: '”Mobilt team på hemmaplan”' } as const }];
    expect(itemExplainedText({ ...asked, path: 'action-plans', item: null, steps: [], below }, 'tkr')).toBe(
      `action-plans

2024-09-17.42/measures/outpatient-contacts/text
  handlingsplanen 2024-09-17.42, åtgärden ”Mobilt team”, lydelse: ”Mobilt team på hemmaplan”
`,
    );
  });
});
