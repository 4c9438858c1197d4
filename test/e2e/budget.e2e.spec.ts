import type { BudgetHistoryView, BudgetView, Comparison } from '#libs/budget';
import { startApi, type TestApi } from '../support/api.js';
import { budgetsPath, recorded, registerDecisions, seen, uncited } from '../support/budget-year.js';
import { tkr, typedBudget, typedInvestments } from '../golden/printed-budgets.js';

const path = `${budgetsPath}/2025`;
const council = { citation: 'KF 2024-11-06, § 149' };
const { year: _, ...budget2025 } = typedBudget(2025);
const change = (accountGroup: string, changeTkr: number) => ({ accountGroup, changeOre: tkr(changeTkr) });

let api: TestApi;

beforeAll(async () => {
  api = await startApi();
  await registerDecisions(api);
});

afterAll(() => api.close());

const lineOf = ({ lines }: Pick<BudgetView, 'lines'>, accountGroup: string) =>
  lines.find((line) => line.accountGroup === accountGroup);

describe('a budget year over HTTP', () => {
  it('is adopted together with its plans', async () => {
    const answer = await recorded(api, path, { ...council, ...budget2025 });
    expect(answer.headers).toMatchObject({ location: path, etag: '"0"' });
    expect(answer.body).toMatchObject({ stream: 'alingsas:budget-SN.2025', revision: 0, warnings: [] });
    const { headers, body } = await api.read<BudgetView>(path);
    expect(headers['etag']).toBe('"0"');
    expect(body).toMatchObject({
      status: 'budget',
      restsOn: { citation: 'KF 2024-11-06, § 149', uncitedReason: null, effectiveOn: '2024-11-06' },
      uncited: [],
      warnings: [],
    });
    expect(await seen<BudgetView>(api, `${budgetsPath}/2027`)).toMatchObject({
      status: 'plan',
      revision: -1,
    });
    expect((await api.get(`${budgetsPath}/2028`)).status).toBe(404);
  });

  it('records a retried adoption once', async () => {
    const headers = { 'idempotency-key': 'budget-2024' };
    const { year: _year, ...body } = typedBudget(2024);
    const first = await api.post(`${budgetsPath}/2024`, { ...uncited('2023-11-15'), ...body }, headers);
    const again = await api.post(`${budgetsPath}/2024`, { ...uncited('2023-11-15'), ...body }, headers);
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.body).toEqual(first.body);
  });

  it('warns of a sign that is unusual, and records the figures as they are', async () => {
    const lines = [
      { accountGroup: 'revenue', amountOre: -100 },
      { accountGroup: 'municipalGrant', amountOre: 100 },
    ];
    const { body } = await api.post(`${budgetsPath}/2022`, { ...uncited('2021-11-15'), lines });
    const warning = { code: 'unusual-sign', facts: { year: 2022, subject: 'revenue', amountOre: -100 } };
    expect(body).toMatchObject({
      warnings: [{ ...warning, detail: expect.stringContaining('revenue 2022 är -1 kr') as string }],
    });
    expect((await seen<BudgetView>(api, `${budgetsPath}/2022`)).warnings).toEqual([warning]);
  });

  it('is changed by an additional budget and by a reallocation', async () => {
    await recorded(api, `${path}/amendments`, {
      citation: 'KF 2025-03-26, § 41',
      precision: 'tkr',
      changes: [change('staffCosts', -1_500), change('municipalGrant', 1_500)],
    });
    await recorded(api, `${path}/reallocations`, {
      citation: 'SN 2025-04-22, § 33',
      precision: 'tkr',
      changes: [change('staffCosts', 2_000), change('purchasedServices', -2_000)],
    });
    const view = await seen<BudgetView>(api, path);
    expect(lineOf(view, 'staffCosts')).toMatchObject({
      adoptedOre: tkr(-161_198),
      amendedOre: tkr(-1_500),
      reallocatedOre: tkr(2_000),
      inForceOre: tkr(-160_698),
    });
    expect(view.sums.inForce).toMatchObject({
      municipalGrantOre: tkr(257_803),
      netCostOre: tkr(-257_803),
      annualResultOre: 0,
    });
    expect(view.sums.adopted).toMatchObject({ municipalGrantOre: tkr(256_303) });
  });

  it('shows what held on a date, and what was known at an instant', async () => {
    const inForce = async (query: string) => {
      const { body } = await api.get<BudgetView>(`${path}?${query}`);
      return lineOf(body, 'staffCosts')?.inForceOre;
    };
    expect(await inForce('asOf=2025-03-25')).toBe(tkr(-161_198));
    expect(await inForce('asOf=2025-03-26')).toBe(tkr(-162_698));
    expect(await inForce('asOf=2025-04-22')).toBe(tkr(-160_698));
    expect((await api.get(`${path}?asOf=2024-11-05`)).status).toBe(404);
    expect((await api.get(`${budgetsPath}/2026?asOf=2024-11-05`)).status).toBe(404);
    const { entries } = await seen<BudgetHistoryView>(api, `${path}/history`);
    expect(await inForce(`knownAt=${entries[1]?.recordedAt ?? ''}`)).toBe(tkr(-162_698));
  });

  it('keeps the life of the reserve', async () => {
    await recorded(api, `${path}/reserve`, {
      ...council,
      heldIn: 'purchasedServices',
      amountOre: tkr(3_845),
    });
    const move = { from: 'purchasedServices', to: 'otherCosts', reason: 'Centrala anvisningar' };
    await recorded(api, `${path}/reserve/moves`, { ...council, ...move, alreadyInAdoptedLines: true });
    await recorded(api, `${path}/reserve/draws`, {
      citation: 'SN 2025-09-16, § 61',
      amountOre: tkr(845),
      precision: 'tkr',
      purpose: 'Placeringar av unga',
    });
    const { reserve } = await seen<BudgetView>(api, path);
    expect(reserve).toMatchObject({ heldIn: 'otherCosts', remainingOre: tkr(3_000) });
    expect(reserve?.life.map((step) => [step.type, step.restsOn.citation])).toEqual([
      ['ContingencyReserveSet', 'KF 2024-11-06, § 149'],
      ['ContingencyReserveMoved', 'KF 2024-11-06, § 149'],
      ['ContingencyReserveDrawn', 'SN 2025-09-16, § 61'],
    ]);
  });

  it('lists a fact without a paragraph until a later one says it', async () => {
    const investments = await recorded(api, `${path}/investments`, {
      ...uncited('2024-11-06'),
      ...typedInvestments(2025),
    });
    const { revision } = investments.body;
    const before = await seen<BudgetView>(api, path);
    expect(before.uncited).toMatchObject([
      { revision, type: 'InvestmentBudgetAdopted', effectiveOn: '2024-11-06' },
    ]);
    await recorded(api, `${path}/citations`, { revision, citation: 'SN 2024-11-19 § 71' });
    const after = await seen<BudgetView>(api, path);
    expect(after.uncited).toEqual([]);
    expect(after.investments?.restsOn).toMatchObject({
      citation: 'SN 2024-11-19, § 71',
      effectiveOn: '2024-11-06',
    });
    const { body } = await api.get<BudgetView>(`${path}?asOf=2024-11-18`);
    expect(body.investments?.restsOn.citation).toBeNull();
  });

  it('tells its history: who, when, under which paragraph, and what changed from what to what', async () => {
    const { entries } = await seen<BudgetHistoryView>(api, `${path}/history`);
    expect(entries.map((entry) => entry.type)).toEqual([
      'BudgetAdopted',
      'BudgetAmended',
      'BudgetReallocated',
      'ContingencyReserveSet',
      'ContingencyReserveMoved',
      'ContingencyReserveDrawn',
      'InvestmentBudgetAdopted',
      'FactCited',
    ]);
    expect(entries[2]).toMatchObject({
      stream: 'alingsas:budget-SN.2025',
      revision: 2,
      restsOn: { citation: 'SN 2025-04-22, § 33', effectiveOn: '2025-04-22' },
      changes: [
        { subject: 'lines.staffCosts', fromOre: tkr(-162_698), toOre: tkr(-160_698) },
        { subject: 'lines.purchasedServices', fromOre: tkr(-63_743), toOre: tkr(-65_743) },
      ],
    });
    expect(entries[2]?.actor.id).toEqual(expect.any(String));
    const { body } = await api.get<BudgetHistoryView>(`${path}/history?asOf=2025-03-26`);
    expect(body.entries.map((entry) => entry.type)).toContain('BudgetAmended');
    expect(body.entries.map((entry) => entry.type)).not.toContain('BudgetReallocated');
  });

  it('compares with the year before, with and without what was reclassified', async () => {
    await recorded(api, `${path}/reclassifications`, {
      ...council,
      precision: 'tkr',
      changes: [change('staffCosts', 1_600), change('municipalGrant', -1_600)],
      reason: 'Ett ansvar har gått till en annan nämnd',
    });
    const grown = async (query: string) => {
      const { lines } = await seen<Comparison>(api, `${budgetsPath}/comparison?${query}`);
      return lines.find((line) => line.accountGroup === 'staffCosts');
    };
    const printed = await grown('years=2024,2025');
    expect(printed?.growth).toMatchObject([{ fromOre: tkr(-158_695), toOre: tkr(-160_698) }]);
    expect(printed?.reclassifiedGrowth).toBeUndefined();
    const reclassified = await grown('years=2024,2025&reclassified=true');
    expect(reclassified?.reclassifiedGrowth).toMatchObject([
      { fromOre: tkr(-157_095), toOre: tkr(-160_698) },
    ]);
    expect(await seen<Comparison>(api, `${budgetsPath}/comparison?years=2025,2031`)).toMatchObject({
      missingYears: [2031],
    });
    expect((await api.get(`${budgetsPath}/comparison?years=2031`)).status).toBe(404);
  });

  it('replaces the plan by its own budget and keeps the plan', async () => {
    const planned = await seen<BudgetView>(api, `${budgetsPath}/2026`);
    const lines = planned.lines.map(({ accountGroup, inForceOre }) => ({
      accountGroup,
      amountOre: inForceOre + ({ otherCosts: tkr(-368), municipalGrant: tkr(368) }[accountGroup] ?? 0),
    }));
    await recorded(api, `${budgetsPath}/2026`, { ...uncited('2025-11-05'), precision: 'tkr', lines });
    const adopted = await seen<BudgetView>(api, `${budgetsPath}/2026`);
    expect(adopted).toMatchObject({ status: 'budget', adoptedWith: 2026, revision: 0 });
    expect(adopted.plans).toMatchObject([{ adoptedWith: 2025, sums: { municipalGrantOre: tkr(263_632) } }]);
    const { body } = await api.get<BudgetView>(`${budgetsPath}/2026?asOf=2025-11-04`);
    expect(body).toMatchObject({ status: 'plan', sums: { inForce: { municipalGrantOre: tkr(263_632) } } });
    const { entries } = await seen<BudgetHistoryView>(api, `${budgetsPath}/2026/history`);
    expect(entries[1]?.changes).toContainEqual({
      subject: 'lines.municipalGrant',
      fromOre: tkr(263_632),
      toOre: tkr(264_000),
    });
  });
});
