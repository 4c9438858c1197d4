import type { BudgetView, Comparison } from '#libs/budget';
import { startApi, type TestApi } from '../support/api.js';
import { budgetsPath, recorded, registerDecisions, seen, uncited } from '../support/budget-year.js';
import {
  printedGrantChange,
  printedReserve,
  printedStatement,
  tkr,
  typedBudget,
  typedGrantChange,
  typedInvestments,
} from './printed-budgets.js';

const council = { citation: 'KF 2024-11-06 §149' };
const basisOf = (year: number) => (year < 2025 ? uncited(`${year - 1}-11-15`) : council);
const withoutYear = ({ year: _, ...body }: ReturnType<typeof typedBudget>) => body;

let api: TestApi;

/** Everything the reference documents print of budgets, typed in as a controller would. */
beforeAll(async () => {
  api = await startApi();
  await registerDecisions(api);
  for (const year of [2023, 2024, 2025]) {
    const path = `${budgetsPath}/${year}`;
    await recorded(api, path, { ...basisOf(year), ...withoutYear(typedBudget(year)) });
    const { shareBasisPoints } = printedReserve(year);
    const reserve = { heldIn: 'purchasedServices', shareBasisPoints, precision: 'tkr' };
    await recorded(api, `${path}/reserve`, { ...basisOf(year), ...reserve });
  }
  const draw = { amountOre: tkr(3_361), precision: 'tkr', purpose: 'Köpt vård utöver plan' };
  await recorded(api, `${budgetsPath}/2023/reserve/draws`, { ...uncited('2023-12-31'), ...draw });
  const move = { from: 'purchasedServices', to: 'otherCosts', reason: 'Centrala anvisningar' };
  await recorded(api, `${budgetsPath}/2025/reserve/moves`, {
    ...council,
    ...move,
    alreadyInAdoptedLines: true,
  });
  for (const year of [2025, 2026, 2027]) {
    await recorded(api, `${budgetsPath}/${year}/grant-changes`, { ...council, ...typedGrantChange(year) });
  }
  for (const year of [2023, 2025] as const) {
    await recorded(api, `${budgetsPath}/${year}/investments`, {
      ...basisOf(year),
      ...typedInvestments(year),
    });
  }
});

afterAll(() => api.close());

describe('the printed budgets over HTTP', () => {
  it.each([2023, 2024, 2025, 2026, 2027])('of %d come back to the krona', async (year) => {
    const { lines, sums, status, adoptedWith } = await seen<BudgetView>(api, `${budgetsPath}/${year}`);
    const { printed, ...figures } = printedStatement(year);
    const inForce = Object.fromEntries(lines.map((line) => [line.accountGroup, line.inForceOre]));
    const { kind: _kind, note: _note, ...amounts } = figures;
    expect(inForce).toEqual(
      Object.fromEntries(Object.entries(amounts).map(([group, amount]) => [group, tkr(amount)])),
    );
    expect(sums.inForce).toMatchObject({
      grossCostOre: tkr(printed.grossCost),
      netCostOre: tkr(printed.netCost),
      annualResultOre: tkr(printed.annualResult),
    });
    expect([status, adoptedWith]).toEqual(year > 2025 ? ['plan', 2025] : ['budget', year]);
  });

  it('of 2024 tells why its net cost differs from its lines', async () => {
    const { rounding, sums } = await seen<BudgetView>(api, `${budgetsPath}/2024`);
    expect(rounding).toMatchObject([
      { total: 'netCost', printedOre: tkr(-245_082), computedOre: tkr(-245_083), differenceOre: tkr(1) },
    ]);
    expect(sums.computed.netCostOre).toBe(tkr(-245_083));
  });

  it.each([2025, 2026, 2027])('explain the grant of %d', async (year) => {
    const { grantChange } = await seen<BudgetView>(api, `${budgetsPath}/${year}`);
    const { from, to, parts } = printedGrantChange(year);
    expect(grantChange).toMatchObject({
      from: { year: year - 1, amountOre: tkr(from) },
      to: { year, amountOre: tkr(to) },
      changeOre: tkr(to - from),
      restsOn: { citation: 'KF 2024-11-06, § 149' },
    });
    expect(grantChange?.parts.map((part) => part.amountOre / 100_000_000)).toEqual(
      parts.map((part) => part.mnkr),
    );
  });

  it.each([
    [2023, 3_361, 3_361],
    [2024, 3_676, 0],
    [2025, 3_845, 0],
  ])('hold the reserve of %d: %d tkr, of which %d tkr are used', async (year, setTkr, drawnTkr) => {
    const { reserve } = await seen<BudgetView>(api, `${budgetsPath}/${year}`);
    expect(reserve).toMatchObject({
      heldIn: printedReserve(year).heldIn,
      amountOre: tkr(setTkr),
      drawnOre: tkr(drawnTkr),
      remainingOre: tkr(setTkr - drawnTkr),
    });
  });

  it.each([2023, 2025] as const)('hold the investments of %d', async (year) => {
    const { investments } = await seen<BudgetView>(api, `${budgetsPath}/${year}`);
    const { years, categories, totalsOre } = typedInvestments(year);
    expect(investments).toMatchObject({ years, categories, totalsOre, rounding: [] });
  });

  it('grow as printed, and comparably without the reserve that moved', async () => {
    const path = `${budgetsPath}/comparison?years=2023,2024,2025&reclassified=true`;
    const { lines } = await seen<Comparison>(api, path);
    const of = (accountGroup: string) => lines.find((line) => line.accountGroup === accountGroup);
    expect(of('purchasedServices')?.growth[1]).toMatchObject({ from: 2024, to: 2025, percent: 2.2 });
    expect(of('purchasedServices')?.reclassifiedGrowth?.[1]).toMatchObject({
      from: 2024,
      to: 2025,
      percent: 8.6,
    });
    expect(of('municipalGrant')?.growth[1]).toMatchObject({ changeOre: tkr(11_221), percent: 4.6 });
  });
});
