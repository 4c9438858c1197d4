import type { ItemStep, ToldFact } from '#libs/audit';
import type { ItemValue } from '#libs/kernel';
import { datesComparedText } from './dates-compared.js';
import { itemExplainedText } from './item-explained.js';
import { paragraphExplainedText } from './paragraph-explained.js';
import { steppedReplayText } from './stepped-replay.js';
import { maxWidth } from './table.js';

const paragraph = 'SN 2025-02-18, § 9';
const tkr = (thousands: number): ItemValue => ({ kind: 'amount', amountOre: thousands * 100_000 });
const event = (
  revision: number,
  effectiveOn: string,
  restsOn: Partial<ToldFact['event']['restsOn']> = {},
) => ({
  id: String(revision),
  type: 'BudgetReallocated',
  stream: 'alingsas:budget-SN.2025',
  revision,
  position: String(revision),
  actor: { id: 'local', role: 'controller', committee: 'SN' },
  recordedAt: `2026-01-01T00:0${revision}:00.000Z`,
  effectiveOn,
  restsOn: { citation: null, isCitedLater: false, uncitedReason: null, ...restsOn },
});
const decided = event(1, '2025-02-18', { citation: paragraph });
const place = { path: 'budgets/2025/staffCosts', label: 'budget 2025, personalkostnader' };
const reallocated: ToldFact = {
  event: decided,
  sentence: 'I budgeten för 2025 omfördelades 500 tkr.',
  changes: [{ ...place, from: tkr(-161_198), to: tkr(-160_698) }],
  cites: null,
  erased: null,
};
const uncited: ToldFact = {
  ...reallocated,
  event: event(2, '2025-05-20', { uncitedReason: 'Protokollet saknas.' }),
  sentence: 'I budgeten för 2025 omfördelades 200 tkr.',
  changes: [{ ...place, from: tkr(-160_698), to: tkr(-160_898) }],
};
const gone: ToldFact = {
  ...reallocated,
  event: event(3, '2025-06-17', { citation: 'SN 2025-06-17, § 40' }),
  sentence: 'Uppgifterna är gallrade (SN 2026-01-20, § 3).',
  changes: [],
};
const step = ({ event: at, sentence, changes: [change] }: ToldFact): ItemStep => ({
  event: at,
  sentence,
  from: change?.from ?? null,
  to: change?.to ?? null,
});
const widest = (text: string) => Math.max(...text.split('\n').map(({ length }) => length));

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
