import { startApi, type TestApi } from '../support/api.js';

interface Plan {
  readonly revision: number;
  readonly title: string;
  readonly citation: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly measures: readonly {
    readonly id: string;
    readonly status: string;
    readonly dueOn: string | null;
    readonly effect: Readonly<Record<string, unknown>>;
    readonly citation: string | null;
  }[];
  readonly uncited: readonly { readonly revision: number }[];
}

interface History {
  readonly entries: readonly { readonly sentence: string; readonly effectiveOn: string }[];
  readonly comparison: {
    readonly added: readonly { readonly id: string }[];
    readonly removed: readonly { readonly id: string }[];
    readonly changed: readonly {
      readonly id: string;
      readonly changes: readonly { readonly field: string }[];
    }[];
  } | null;
}

const municipality = '/api/v1/alingsas';
const committee = `${municipality}/committees/SN`;
const plans = `${committee}/action-plans`;
const plan = `${plans}/2024-09-17.42`;
const tkr = (year: number, thousands: number) => ({
  precision: 'tkr',
  amounts: [{ year, amountOre: thousands * 100_000 }],
});
const adoption = {
  citation: 'SN 2024-09-17 §42',
  title: 'Handlingsplan för ekonomi i balans',
  fiscalYears: [2024, 2025],
  measures: [
    { id: 'staffing', text: 'Minska arbetsstyrkan med tre årsarbetare' },
    { text: 'Ändrad delegationsnivå för köpta insatser', dueOn: '2024-09-01' },
  ],
};

let api: TestApi;

beforeAll(async () => {
  api = await startApi();
  await api.record(`${municipality}/committees`, {
    code: 'SN',
    name: 'Socialnämnden',
    validFrom: '2019-01-01',
  });
  await api.record(`${municipality}/committees`, {
    code: 'KF',
    name: 'Kommunfullmäktige',
    validFrom: '2019-01-01',
  });
  for (const [date, paragraph] of [
    ['2024-09-17', 42],
    ['2024-10-22', 51],
    ['2024-11-19', 58],
    ['2025-05-20', 33],
  ] as const) {
    await api.record(`${committee}/decisions`, { date, paragraph, subject: 'Handlingsplan' });
  }
  await api.record(`${municipality}/committees/KF/decisions`, {
    date: '2024-11-06',
    paragraph: 149,
    subject: 'Budget',
  });
});

afterAll(() => api.close());

async function seen<Doc>(path: string): Promise<Doc> {
  const { status, body } = await api.read<Doc>(path);
  expect([path, status]).toEqual([path, 200]);
  return body;
}

const codeOf = ({ status, body }: { status: number; body: Record<string, unknown> }) => [
  status,
  body['code'],
];

describe('an action plan over HTTP', () => {
  it('can be nothing but the paragraph of the committee itself, and registered', async () => {
    expect(codeOf(await api.post(plans, { ...adoption, citation: 'KF 2024-11-06, § 149' }))).toEqual([
      422,
      'citation-of-another-body',
    ]);
    expect(codeOf(await api.post(plans, { ...adoption, citation: 'SN 2024-09-17, § 43' }))).toEqual([
      422,
      'citation-not-registered',
    ]);
    expect(
      codeOf(await api.post(`${plan}/measures`, { citation: 'SN 2024-10-22, § 51', measure: { text: 'x' } })),
    ).toEqual([404, 'action-plan-unknown']);
    expect((await api.get(plan)).status).toBe(404);
  });

  it('is adopted with its measures, which are named after their text where they have no id', async () => {
    const answer = await api.post(plans, adoption);
    expect(answer.status).toBe(201);
    expect(answer.headers['location']).toBe('/api/v1/alingsas/committees/SN/action-plans/2024-09-17.42');
    expect(answer.headers['etag']).toBe('"0"');
    expect(answer.body).toMatchObject({
      stream: 'alingsas:actionPlan-SN.2024-09-17.42',
      warnings: [{ code: 'due-before-adoption', detail: expect.stringContaining('2024-09-01') as string }],
    });
    const shown = await seen<Plan>(plan);
    expect(shown).toMatchObject({
      title: adoption.title,
      citation: 'SN 2024-09-17, § 42',
      counts: { measures: 2, withoutStatedEffect: 2, withoutDueDate: 1 },
    });
    expect(shown.measures.map(({ id }) => id)).toEqual(['staffing', 'andrad-delegationsniva-for-kopta']);
    expect(codeOf(await api.post(plans, adoption))).toEqual([409, 'action-plan-already-adopted']);
  });

  it('takes changes, reports, completions, cancellations, revisions and citations', async () => {
    const delegation = `${plan}/measures/andrad-delegationsniva-for-kopta`;
    await api.record(`${plan}/measures/staffing/changes`, {
      citation: 'SN 2024-10-22, § 51',
      changes: { expectedEffect: tkr(2025, 1_500), dueOn: '2025-06-30', responsibleRole: 'förvaltningschef' },
    });
    await api.record(`${plan}/measures`, {
      uncited: { reason: 'Protokollet är inte justerat.', effectiveOn: '2024-11-19' },
      measure: { id: 'vacancies', text: 'Vakansprövning', accountGroup: 'staffCosts' },
    });
    await api.record(`${plan}/measures/staffing/progress`, {
      year: 2025,
      round: 1,
      status: 'delayed',
      realisedEffect: tkr(2025, 300),
      effectiveOn: '2025-03-18',
    });
    await api.record(`${delegation}/completion`, { completedOn: '2025-02-28' });
    await api.record(`${delegation}/completion`, {
      completedOn: '2025-02-28',
      realisedEffect: tkr(2025, 450),
      effectiveOn: '2026-02-10',
    });
    await api.record(`${plan}/revisions`, {
      citation: 'SN 2025-05-20, § 33',
      fiscalYears: [2024, 2025, 2026],
      added: [{ id: 'mobile-team', text: 'Mobilt team', expectedEffect: tkr(2026, 800) }],
      changed: [{ measureId: 'staffing', changes: { dueOn: null } }],
    });
    const cancelled = await api.post(`${plan}/measures/vacancies/cancellation`, {
      citation: 'SN 2025-05-20, § 33',
      reason: 'Ersätts av det mobila teamet.',
    });
    await api.record(`${plan}/citations`, { revision: 2, citation: 'SN 2024-11-19, § 58' });

    expect(cancelled.status).toBe(200);
    const shown = await seen<Plan>(plan);
    expect(shown.measures.map(({ id, status, dueOn }) => [id, status, dueOn])).toEqual([
      ['staffing', 'ongoing', null],
      ['andrad-delegationsniva-for-kopta', 'completed', '2024-09-01'],
      ['vacancies', 'cancelled', null],
      ['mobile-team', 'ongoing', null],
    ]);
    expect(shown.measures[0]?.effect).toEqual({
      original: null,
      current: tkr(2025, 1_500),
      realised: tkr(2025, 300),
      realisedSource: { kind: 'round', year: 2025, round: 1 },
    });
    expect(shown.measures[2]?.citation).toBe('SN 2024-11-19, § 58');
    expect(shown.uncited).toEqual([]);
  });

  it('is shown as it stood on a date, and as it was known', async () => {
    const on = async (date: string) => (await api.get<Plan>(`${plan}?asOf=${date}`)).body;
    expect((await on('2024-09-17')).measures).toHaveLength(2);
    expect((await on('2024-11-19')).measures.map(({ dueOn }) => dueOn)).toEqual([
      '2025-06-30',
      '2024-09-01',
      null,
    ]);
    expect((await api.get(`${plan}?asOf=2024-09-16`)).status).toBe(404);
    expect((await api.get(`${plan}?knownAt=2024-09-17T00:00:00.000Z`)).status).toBe(404);
  });

  it('is told as a story, and held against itself between two dates', async () => {
    const { body } = await api.get<History>(`${plan}/history`);
    expect(body.comparison).toBeNull();
    expect(body.entries).toHaveLength(11);
    expect(body.entries[0]?.sentence).toBe(
      'Nämnden antog handlingsplanen ”Handlingsplan för ekonomi i balans” med 2 åtgärder; förväntad effekt angavs för ingen av dem (SN 2024-09-17, § 42).',
    );
    const compared = (await api.get<History>(`${plan}/history?from=2024-11-19&to=2025-05-20`)).body;
    expect(compared.entries.map(({ effectiveOn }) => effectiveOn)).toEqual([
      '2025-02-28',
      '2025-03-18',
      '2025-05-20',
      '2025-05-20',
      '2025-05-20',
      '2025-05-20',
    ]);
    expect(compared.comparison?.added.map(({ id }) => id)).toEqual(['mobile-team']);
    expect(compared.comparison?.removed.map(({ id }) => id)).toEqual(['vacancies']);
    expect(
      compared.comparison?.changed.map(({ id, changes }) => [id, changes.map(({ field }) => field)]),
    ).toEqual([
      ['staffing', ['dueOn', 'progress', 'realisedEffect']],
      ['andrad-delegationsniva-for-kopta', ['status', 'completedOn']],
    ]);
  });

  it('stands in the list of its committee, page by page', async () => {
    const other = { ...adoption, citation: 'SN 2024-10-22, § 51', title: 'En till' };
    await api.record(plans, other);
    const first = await seen<{ items: readonly Plan[]; next: string }>(`${plans}?limit=1`);
    expect(first.items.map(({ title }) => title)).toEqual([adoption.title]);
    const second = await seen<{ items: readonly Plan[]; next: null }>(`${plans}?limit=1&after=${first.next}`);
    expect([second.items.map(({ title }) => title), second.next]).toEqual([['En till'], null]);
    const earlier = (await api.get<{ items: readonly Plan[] }>(`${plans}?asOf=2024-09-17`)).body;
    expect(earlier.items).toHaveLength(1);
  });
});
