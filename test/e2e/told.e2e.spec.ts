import { startApi, type Answer, type Answered, type TestApi } from '../support/api.js';
import { budgetsPath, committeePath } from '../support/budget-year.js';
import {
  citation as erasing,
  erasurePath,
  municipalityPath,
  reallocation,
  recordErasableYear,
} from '../support/erasable-year.js';
import { until } from '../support/erasing.js';

const tkr = (thousands: number) => ({ kind: 'amount', amountOre: thousands * 100_000 });
const paragraph = 'SN 2025-04-22, § 33';

let api: TestApi;
/** When everything but the last reallocation had been recorded. */
let knownAt: string;

beforeAll(async () => {
  api = await startApi();
  await recordErasableYear(api);
  const cited = await api.post<{ recordedAt: string }>(`${budgetsPath}/2025/citations`, {
    revision: 0,
    citation: 'SN 2024-09-17, § 42',
  });
  expect(cited.status).toBe(201);
  knownAt = cited.body.recordedAt;
  // Two commands could share a millisecond.
  await until(async () => new Date().toISOString() > knownAt);
  await api.record(`${budgetsPath}/2025/reallocations`, reallocation(4));
});
afterAll(() => api.close());

interface Fact {
  readonly event: { readonly position: string; readonly stream: string; readonly restsOn: object };
  readonly sentence: string;
  readonly changes: readonly { readonly path: string; readonly from: object; readonly to: object }[];
}
interface Page {
  readonly items: readonly Fact[];
  readonly next: string;
  readonly atEnd: boolean;
}
const get = <Body = Answered>(path: string) => api.get<Body>(encodeURI(path));
const replay = (query = '') => get<Page>(`${committeePath}/replay?limit=1000${query}`);
const diff = (query: string) => get(`${committeePath}/diff?${query}`);
const explain = (query: string) => get(`${committeePath}/explain?${query}`);
const ofBudget = ({ body }: Answer<Page>) =>
  body.items.filter(({ event }) => event.stream === 'alingsas:budget-SN.2025');

describe('a replay over HTTP', () => {
  it('tells event by event what happened and what it changed, on what ground', async () => {
    const facts = ofBudget(await replay());
    expect(facts.map(({ sentence }) => sentence)).toEqual([
      'Budgeten för 2025 antogs.',
      'I budgeten för 2025 omfördelades 1 tkr från personalkostnader till övriga kostnader.',
      'I budgeten för 2025 omfördelades 2 tkr från personalkostnader till övriga kostnader.',
      'Paragrafen för budgeten för 2025 angavs i efterhand.',
      'I budgeten för 2025 omfördelades 4 tkr från personalkostnader till övriga kostnader.',
    ]);
    expect(facts[2]).toMatchObject({
      event: {
        revision: 2,
        type: 'BudgetReallocated',
        actor: { id: 'local', role: 'committeeSecretary', committee: null },
        effectiveOn: '2025-04-22',
        restsOn: { citation: paragraph, isCitedLater: false, uncitedReason: null },
      },
      changes: [
        { path: 'budgets/2025/staffCosts', from: tkr(-5_999), to: tkr(-5_997) },
        { path: 'budgets/2025/otherCosts', from: tkr(-4_001), to: tkr(-4_003) },
      ],
    });
  });

  it('tells of the committee, its decisions and its plans as well', async () => {
    const sentences = (await replay()).body.items.map(({ sentence }) => sentence);
    expect(sentences).toEqual(
      expect.arrayContaining([
        'Nämnden SN inrättades: Socialnämnden.',
        'Beslutet i § 33 registrerades: ”Ärende”.',
        'Kalendern för uppföljningen av 2025 bestämdes till 1 avstämningstillfälle.',
        expect.stringMatching(/^Nämnden antog handlingsplanen ”Handlingsplan för ekonomi i balans”/),
      ]),
    );
    expect(sentences).not.toContain(null);
  });

  it('shows a paragraph that was given afterwards, from when it was', async () => {
    const [adopted, , , cited] = ofBudget(await replay());
    expect(adopted?.event.restsOn).toEqual({
      citation: 'SN 2024-09-17, § 42',
      isCitedLater: true,
      uncitedReason: 'Paragrafen framgår inte av handlingarna.',
    });
    expect(cited).toMatchObject({ cites: { sentence: 'Budgeten för 2025 antogs.' } });
    const before = new Date(Date.parse(knownAt) - 1).toISOString();
    expect(ofBudget(await replay(`&knownAt=${before}`))[0]?.event.restsOn).toMatchObject({ citation: null });
  });

  it('has what held on a date and was known by an instant', async () => {
    expect(ofBudget(await replay('&asOf=2025-04-21'))).toHaveLength(2);
    expect(ofBudget(await replay(`&knownAt=${knownAt}`))).toHaveLength(4);
  });

  it('is read a page at a time', async () => {
    const { items: all } = (await replay()).body;
    const first = await get<Page>(`${committeePath}/replay?limit=3`);
    expect(first.body).toMatchObject({ items: all.slice(0, 3), next: all[2]?.event.position, atEnd: false });
    const rest = await get<Page>(`${committeePath}/replay?limit=1000&after=${first.body.next}`);
    expect(rest.body).toMatchObject({ items: all.slice(3), atEnd: true });
  });
});

describe('two dates compared over HTTP', () => {
  const year = 'from=2025-01-31&to=2025-12-31';
  const changeOf = ({ body }: Answer, path: string) =>
    (body['changes'] ?? []).find((change) => String(change['path']) === path);

  it('tell what differs, and the events in between that changed it', async () => {
    const answer = await diff(year);
    expect(changeOf(answer, 'budgets/2025/otherCosts')).toMatchObject({
      label: 'budget 2025, övriga kostnader',
      from: tkr(-4_000),
      to: tkr(-4_007),
      steps: [
        {
          event: { restsOn: { citation: paragraph }, effectiveOn: '2025-04-22', actor: { id: 'local' } },
          sentence: 'I budgeten för 2025 omfördelades 1 tkr från personalkostnader till övriga kostnader.',
          from: tkr(-4_000),
          to: tkr(-4_001),
        },
        { from: tkr(-4_001), to: tkr(-4_003) },
        { from: tkr(-4_003), to: tkr(-4_007) },
      ],
    });
  });

  it('are compared as they were known by an instant', async () => {
    const known = await diff(`${year}&knownAt=${knownAt}`);
    expect(changeOf(known, 'budgets/2025/otherCosts')).toMatchObject({ from: tkr(-4_000), to: tkr(-4_003) });
    expect(known.body).toMatchObject({ knownAt });
  });

  it('differ in nothing where they are the same', async () => {
    expect(await diff('from=2025-04-22&to=2025-04-22')).toMatchObject({
      status: 200,
      body: { changes: [], others: [] },
    });
  });
});

describe('a figure explained over HTTP', () => {
  it('is traced to the events that it is made of', async () => {
    const { body } = await explain('item=budgets/2025/otherCosts');
    expect(body).toMatchObject({
      item: { label: 'budget 2025, övriga kostnader', value: tkr(-4_007) },
      steps: [
        { sentence: 'Budgeten för 2025 antogs.', from: null, to: tkr(-4_000) },
        { to: tkr(-4_001) },
        { to: tkr(-4_003) },
        { to: tkr(-4_007) },
      ],
      below: [],
    });
    const times = `asOf=2025-04-22&knownAt=${knownAt}`;
    expect((await explain(`item=budgets/2025/otherCosts&${times}`)).body).toMatchObject({
      asOf: '2025-04-22',
      knownAt,
      item: { value: tkr(-4_003) },
    });
  });

  it('is of the beginning of a path what stands below it', async () => {
    const { body } = await explain('item=budgets/2025');
    expect(body).toMatchObject({ item: null, steps: [] });
    expect((body['below'] ?? []).map(({ path }) => path)).toContain('budgets/2025/annualResult');
  });
});

describe('a paragraph explained over HTTP', () => {
  const explained = (citation: string) => get(`${municipalityPath}/explain?citation=${citation}`);
  const budgetOf = ({ body }: Answer) =>
    (body['groups'] ?? []).find(({ context }) => String(context) === 'budget')?.['facts'];

  it('is everything that rests on it, in any spelling of it', async () => {
    const answer = await explained('SN 2025-04-22 §33');
    expect(answer.body).toMatchObject({
      citation: paragraph,
      decision: [
        { event: { type: 'DecisionRegistered' }, sentence: 'Beslutet i § 33 registrerades: ”Ärende”.' },
      ],
    });
    expect(budgetOf(answer)).toMatchObject([
      { changes: [{ to: tkr(-5_999) }, { to: tkr(-4_001) }] },
      { changes: [{ to: tkr(-5_997) }, { to: tkr(-4_003) }] },
      { changes: [{ to: tkr(-5_993) }, { to: tkr(-4_007) }] },
    ]);
  });

  it('has what was cited afterwards', async () => {
    expect((await explained('SN 2024-09-17, § 42')).body).toMatchObject({
      citedLater: [
        {
          fact: { sentence: 'Budgeten för 2025 antogs.', event: { revision: 0 } },
          saidBy: { type: 'FactCited', recordedAt: knownAt },
        },
      ],
    });
  });
});

describe('what has been erased', () => {
  const gone = `Uppgifterna är gallrade (${erasing}).`;

  beforeAll(async () => {
    const facts = ofBudget(await replay()) as unknown as { event: { id: string } }[];
    const body = { citation: erasing, reason: 'Registrerat av misstag.', events: [facts[1]?.event.id] };
    expect((await api.post(erasurePath, body)).status).toBe(201);
  });

  it('is told at its place, and the rest goes on without it', async () => {
    const answer = await replay();
    expect(ofBudget(answer).slice(1, 3)).toMatchObject([
      { sentence: gone, changes: [], erased: { citation: erasing, effectiveOn: '2026-01-20' } },
      { changes: [{ from: tkr(-6_000), to: tkr(-5_998) }, {}] },
    ]);
    expect(answer.headers).toMatchObject({
      'paragraf-erased': '1',
      link: expect.stringContaining('erasures'),
    });
  });

  it('is told beside what differs and what a figure is made of', async () => {
    const others = (await diff('from=2025-01-31&to=2025-12-31')).body['others'] ?? [];
    expect(others.map(({ sentence }) => sentence)).toContain(gone);
    expect((await explain('item=budgets/2025/otherCosts')).body).toMatchObject({
      item: { value: tkr(-4_006) },
      erased: [{ sentence: gone }],
    });
  });

  it('is told of the paragraph that it rested on, and of the one that erased it', async () => {
    const of = async (citation: string) =>
      (await get(`${municipalityPath}/explain?citation=${citation}`)).body['groups'] ?? [];
    expect(await of(paragraph)).toContainEqual(
      expect.objectContaining({
        context: 'budget',
        facts: expect.arrayContaining([expect.objectContaining({ sentence: gone })]),
      }),
    );
    expect(await of(erasing)).toContainEqual(
      expect.objectContaining({
        context: 'audit',
        facts: [expect.objectContaining({ sentence: '1 händelse gallrades. Skäl: Registrerat av misstag.' })],
      }),
    );
  });
});
