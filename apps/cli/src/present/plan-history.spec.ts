import type { ActionPlanDocument, PlanComparison } from '#libs/action-plan';
import { actionPlanTable } from './action-plan.js';
import { planComparisonTable } from './plan-comparison.js';
import { planHistoryText } from './plan-history.js';
import { maxWidth, renderTable } from './table.js';

const tkr = (year: number, thousands: number) =>
  ({ precision: 'tkr', amounts: [{ year, amountOre: thousands * 100_000 }] }) as const;

const measure: ActionPlanDocument['measures'][number] = {
  id: 'mobile-team',
  text: 'Mobilt team tillsammans med barn- och ungdomspsykiatrin, insatser på hemmaplan i stället för köpt vård',
  responsibleRole: null,
  dueOn: '2025-03-31',
  accountGroup: null,
  citation: 'SN 2024-09-17, § 42',
  decidedOn: '2024-09-17',
  status: 'ongoing',
  effect: {
    original: null,
    current: tkr(2025, 1_200),
    realised: tkr(2025, 100),
    realisedSource: { kind: 'round', year: 2025, round: 1 },
  },
  reports: [],
  completion: null,
  cancellation: null,
};

const sum = (thousands: number, measures: number) =>
  ({ amountOre: thousands * 100_000, measures, precision: 'tkr' }) as const;
const plan: ActionPlanDocument = {
  id: '2024-09-17.42',
  committee: 'SN',
  citation: 'SN 2024-09-17, § 42',
  title: 'Handlingsplan',
  purpose: null,
  fiscalYears: [2024, 2025],
  adoptedOn: '2024-09-17',
  revision: 3,
  measures: [measure],
  counts: {
    measures: 1,
    ongoing: 1,
    completed: 0,
    cancelled: 0,
    withoutStatedEffect: 0,
    withoutRealisedEffect: 0,
    withoutDueDate: 0,
    withoutResponsibleRole: 1,
  },
  effects: [{ year: 2025, original: null, current: sum(1_200, 1), realised: sum(100, 1), comparable: null }],
  uncited: [],
};

const widestLine = (text: string) => Math.max(...text.split('\n').map((line) => line.length));

describe('an action plan in a table', () => {
  it('shows what was promised, what came out, and what nobody has stated', () => {
    const text = renderTable(actionPlanTable(plan));
    expect(widestLine(text)).toBeLessThanOrEqual(maxWidth);
    expect(text).toContain('Väntad effekt');
    expect(actionPlanTable(plan)).toMatchObject({
      rows: [{ cells: [measure.text, 'pågår', '–', '1 200 tkr 2025', '100 tkr 2025', '2025-03-31'] }],
      notes: [
        '2025: väntat vid besluten ingen uppgift, väntat nu 1 200 tkr (1 st), uppnått 100 tkr (1 st).',
        'Ingen uppgift om effekt: 0 av 1 åtgärder. Ingen uppgift om när de ska vara klara: 0 av 1.',
        '– betyder ingen uppgift.',
      ],
    });
  });
});

describe("a plan's history", () => {
  const entry = {
    revision: 1,
    type: 'MeasureCancelled',
    effectiveOn: '2025-05-20',
    recordedAt: '2026-01-01T00:01:00.000Z',
    actor: { id: 'local', role: 'committeeSecretary', committee: null },
    commandId: '00000000-0000-4000-9000-000000000001',
    basis: { kind: 'decision', citation: 'SN 2025-05-20, § 33', effectiveOn: '2025-05-20' },
    citedLater: null,
    measure: { id: 'krim-group', text: 'KRIM-grupp' },
    changes: [],
    adopted: null,
    report: null,
    cites: null,
    remark: 'Behovet tillgodoses genom det mobila teamet.',
    sentence:
      'Åtgärden ”KRIM-grupp” avbröts (SN 2025-05-20, § 33). Skäl: Behovet tillgodoses genom det mobila teamet.',
  } as const;
  const history = {
    id: plan.id,
    committee: 'SN',
    citation: plan.citation,
    title: plan.title,
    revision: 1,
    comparison: null,
  };

  it('is told date by date, with who recorded it and when', () => {
    expect(planHistoryText({ ...history, entries: [entry] })).toBe(
      `Handlingsplan (SN 2024-09-17, § 42)

2025-05-20  Åtgärden ”KRIM-grupp” avbröts (SN 2025-05-20, § 33). Skäl: Behovet tillgodoses genom det
            mobila teamet.
            Registrerat 2026-01-01 00:01 UTC av local (committeeSecretary).
`,
    );
  });

  it('says so where nothing happened', () => {
    expect(planHistoryText({ ...history, entries: [] })).toContain('Inget har hänt mellan datumen.');
  });
});

describe('a plan on two dates in a table', () => {
  const comparison: PlanComparison = {
    from: '2024-09-16',
    to: '2025-05-20',
    adoptedAtFrom: false,
    plan: [{ field: 'fiscalYears', from: [2024, 2025], to: [2024, 2025, 2026] }],
    added: [measure],
    removed: [
      {
        ...measure,
        id: 'krim-group',
        text: 'KRIM-grupp',
        cancellation: { cancelledOn: '2025-05-20', reason: 'Ersätts.' },
      },
    ],
    changed: [
      {
        id: 'staffing',
        text: 'Färre',
        changes: [{ field: 'expectedEffect', from: null, to: tkr(2025, 900) }],
      },
    ],
    unchanged: ['delegation'],
    effects: [
      {
        year: 2025,
        from: null,
        to: { year: 2025, original: null, current: sum(900, 1), realised: null, comparable: null },
      },
    ],
  };

  it('shows term by term what was and what is, and the measures that came and went', () => {
    const table = planComparisonTable(comparison);
    expect(table.columns.map(({ heading }) => heading)).toEqual([
      'Vad',
      'Uppgift',
      '2024-09-16',
      '2025-05-20',
    ]);
    expect(table.rows.map(({ cells }) => cells)).toEqual([
      ['planen', 'budgetår', '2024 och 2025', '2024, 2025 och 2026'],
      ['mobile-team', 'åtgärd', '', `tillkom: ${measure.text}`],
      ['krim-group', 'åtgärd', 'KRIM-grupp', 'avbröts: Ersätts.'],
      ['staffing', 'förväntad effekt', 'ingen uppgift', '900 tkr 2025'],
    ]);
    expect(table.notes).toEqual([
      'Oförändrade åtgärder: 1.',
      '2025: väntad effekt från ingen uppgift till 900 tkr; uppnådd effekt från ingen uppgift till ingen uppgift.',
      'Planen var inte antagen 2024-09-16.',
    ]);
    expect(widestLine(renderTable(table))).toBeLessThanOrEqual(maxWidth);
  });

  it('says so where nothing differs', () => {
    const same = {
      ...comparison,
      plan: [],
      added: [],
      removed: [],
      changed: [],
      effects: [],
      from: null,
      to: null,
    };
    expect(planComparisonTable(same)).toMatchObject({
      rows: [],
      notes: ['Inget skiljer planen mellan datumen.'],
    });
  });
});
