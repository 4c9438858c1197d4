import { startApi, type Answer, type TestApi } from '../support/api.js';
import { budgetsPath, recorded, registerDecisions, uncited } from '../support/budget-year.js';
import { tkr, typedBudget } from '../golden/printed-budgets.js';

const path = `${budgetsPath}/2025`;
const council = { citation: 'KF 2024-11-06, § 149' };
const committee = { citation: 'SN 2025-04-22, § 33' };
const { year: _, ...budget2025 } = typedBudget(2025);
const change = (accountGroup: string, changeTkr: number) => ({ accountGroup, changeOre: tkr(changeTkr) });

let api: TestApi;

beforeAll(async () => {
  api = await startApi();
  await registerDecisions(api);
  await recorded(api, path, { ...council, ...budget2025 });
  await recorded(api, `${path}/reserve`, {
    ...council,
    heldIn: 'otherCosts',
    shareBasisPoints: 150,
    precision: 'tkr',
  });
});

afterAll(() => api.close());

/** Nothing is recorded, and the problem says why and how to go on. */
async function refused(where: string, body: object) {
  const revisionBefore = (await api.read(path)).headers['etag'];
  const answer = await api.post(where, body);
  expect((await api.read(path)).headers['etag']).toBe(revisionBefore);
  expect(answer.headers['content-type']).toMatch('application/problem+json');
  return answer;
}

const problem = ({ status, body }: Answer) => [status, body['code'], body['detail']];
const fieldErrors = ({ status, body }: Answer) => [
  status,
  (body['errors'] ?? []).map(({ code, pointer }) => [pointer, code]),
];

describe('a budget command is refused over HTTP', () => {
  it('when the budget is adopted already, with the way out', async () => {
    expect(problem(await refused(path, { ...council, ...budget2025 }))).toEqual([
      409,
      'budget-already-adopted',
      'Budgeten 2025 gäller från 2024-11-06 enligt KF 2024-11-06, § 149. Ändra den med en tilläggsbudget (POST …/budgets/2025/amendments) eller en omfördelning (POST …/budgets/2025/reallocations).',
    ]);
  });

  it('when the year has no budget, only a plan', async () => {
    const body = { ...committee, changes: [change('staffCosts', 1), change('otherCosts', -1)] };
    expect(problem(await refused(`${budgetsPath}/2026/reallocations`, body))).toEqual([
      409,
      'budget-not-adopted',
      'Nämnden har ingen antagen budget för 2026. Registrera den först: POST …/budgets/2026. En plan i ett tidigare års budget räcker inte.',
    ]);
  });

  it('when a printed sum is contradicted by its lines', async () => {
    const { year: _year, ...body } = typedBudget(2024);
    const controlTotals = { ...body.controlTotals, grossCostOre: tkr(-276_600) };
    expect(
      problem(await refused(`${budgetsPath}/2024`, { ...uncited('2023-11-15'), ...body, controlTotals })),
    ).toEqual([
      422,
      'control-total-contradicted',
      expect.stringContaining('anges till -276 600 000 kr men blir -276 500 000 kr'),
    ]);
  });

  it('when a reallocation does not balance, or rests on no decision', async () => {
    const changes = [change('staffCosts', 2), change('otherCosts', -1)];
    expect(problem(await refused(`${path}/reallocations`, { ...committee, changes }))).toEqual([
      422,
      'reallocation-unbalanced',
      expect.stringContaining('tillsammans 1 000 kr'),
    ]);
    const balanced = { changes: [change('staffCosts', 1), change('otherCosts', -1)] };
    expect(
      problem(await refused(`${path}/reallocations`, { ...uncited('2025-04-22'), ...balanced })),
    ).toEqual([422, 'decision-required', expect.stringContaining('citation')]);
  });

  it('when its paragraph is not registered', async () => {
    const body = {
      citation: 'SN 2025-04-22, § 99',
      changes: [change('staffCosts', 1), change('otherCosts', -1)],
    };
    expect(problem(await refused(`${path}/reallocations`, body))).toEqual([
      422,
      'citation-not-registered',
      expect.stringContaining('SN 2025-04-22, § 99'),
    ]);
  });

  it('when it would hold before the budget', async () => {
    const body = {
      ...committee,
      effectiveOn: '2024-11-05',
      changes: [change('staffCosts', 1), change('otherCosts', -1)],
    };
    expect(problem(await refused(`${path}/reallocations`, body))).toEqual([
      422,
      'effective-before-its-subject',
      expect.stringContaining('budgeten'),
    ]);
  });

  it('when it would overdraw the reserve, with what is left', async () => {
    const body = { ...committee, amountOre: tkr(3_846), precision: 'tkr', purpose: 'Köpt vård' };
    expect(problem(await refused(`${path}/reserve/draws`, body))).toEqual([
      409,
      'reserve-overdrawn',
      expect.stringContaining('Kvar den dagen är 3 845 000 kr'),
    ]);
  });

  it('when the grant of the year before is not known', async () => {
    const parts = [{ kind: 'index', reason: 'PKV', amountOre: 0 }];
    expect(problem(await refused(`${path}/grant-changes`, { ...council, parts }))).toEqual([
      409,
      'grant-figure-missing',
      expect.stringContaining('POST …/budgets/2024'),
    ]);
  });

  it('when somebody else was faster', async () => {
    const body = { ...committee, changes: [change('staffCosts', 1), change('otherCosts', -1)] };
    const answer = await api.post(`${path}/reallocations`, body, { 'if-match': '"0"' });
    expect([answer.status, answer.body['code']]).toEqual([412, 'stale-revision']);
  });
});

describe('a malformed budget command is refused with its place', () => {
  it('without lines, with half an öre, and with an unknown field', async () => {
    expect(fieldErrors(await refused(path, { ...council, lines: [] }))).toEqual([
      400,
      [['#/lines', 'too-few-items']],
    ]);
    const lines = [{ accountGroup: 'revenue', amountOre: 0.5 }];
    expect(fieldErrors(await refused(path, { ...council, lines }))).toEqual([
      400,
      [['#/lines/0/amountOre', 'malformed-amount']],
    ]);
    expect(fieldErrors(await refused(path, { ...council, ...budget2025, total: 1 }))).toEqual([
      400,
      [['#/total', 'unknown-field']],
    ]);
  });

  it('with a reserve that is given both as an amount and as a share, as neither, or below zero', async () => {
    const reserve = (size: object) =>
      refused(`${path}/reserve`, { ...council, heldIn: 'otherCosts', ...size });
    expect(fieldErrors(await reserve({ amountOre: 1, shareBasisPoints: 1 }))).toEqual([
      400,
      [['#/amountOre', 'malformed-value']],
    ]);
    expect(fieldErrors(await reserve({}))).toEqual([400, [['#/amountOre', 'missing-field']]]);
    expect(fieldErrors(await reserve({ amountOre: -1 }))).toEqual([
      400,
      [['#/amountOre', 'amount-out-of-range']],
    ]);
  });

  it('with a draw of nothing', async () => {
    const draw = { ...committee, amountOre: 0, purpose: 'Köpt vård' };
    expect(fieldErrors(await refused(`${path}/reserve/draws`, draw))).toEqual([
      400,
      [['#/amountOre', 'number-out-of-range']],
    ]);
  });

  it('with investments whose row is no list of amounts', async () => {
    const row = (amountsOre: unknown) => ({
      categories: [{ category: 'image', lines: [{ name: 'Torg', amountsOre }] }],
    });
    const investments = (rows: object) =>
      refused(`${path}/investments`, { ...council, years: [2025], ...rows });
    expect(fieldErrors(await investments(row('5')))).toEqual([
      400,
      [['#/categories/0/lines/0/amountsOre', 'not-a-list']],
    ]);
    expect(fieldErrors(await investments(row([0.5])))).toEqual([
      400,
      [['#/categories/0/lines/0/amountsOre', 'malformed-amount']],
    ]);
  });
});
