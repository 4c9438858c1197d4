import type { AccuracyOverYears, ForecastMatrix, YearAccuracy, YearEndAccountsView } from '#libs/follow-up';
import { startApi, type TestApi } from '../support/api.js';
import { budgetsPath, recorded, seen, uncited } from '../support/budget-year.js';
import { followUpPath, registerNotes, typedCalendar, typedForecast } from '../support/follow-up-year.js';
import { tkr, typedBudget, typedInvestments } from './printed-budgets.js';
import {
  printedAccounts,
  printedAccuracy,
  printedDifferences,
  printedInvestments,
  printedRounds,
  printedVariances,
  typedAccounts,
  typedInvestmentAccounts,
} from './printed-follow-up.js';

const year2023 = `${followUpPath}/2023`;
let api: TestApi;

/** Everything the annual report of 2023 prints of the follow-up, typed in as a controller would over the year. */
beforeAll(async () => {
  api = await startApi();
  await registerNotes(api);
  const { year: _, ...budget } = typedBudget(2023);
  await recorded(api, `${budgetsPath}/2023`, { ...uncited('2022-11-15'), ...budget });
  await recorded(api, `${budgetsPath}/2023/investments`, {
    ...uncited('2022-11-15'),
    ...typedInvestments(2023),
  });
  await recorded(api, `${followUpPath}/2022/accounts`, {
    ...uncited('2022-12-31'),
    ...typedAccounts(2022),
    investments: typedInvestmentAccounts(2022),
  });
  await recorded(api, `${year2023}/calendar`, typedCalendar());
  for (const { round, citation, forecastOre } of printedRounds()) {
    await recorded(api, `${year2023}/rounds/${round}/forecast`, typedForecast(forecastOre));
    await recorded(api, `${year2023}/rounds/${round}/note`, { citation });
  }
  await recorded(api, `${year2023}/accounts`, {
    ...uncited('2023-12-31'),
    ...typedAccounts(2023),
    investments: typedInvestmentAccounts(2023),
  });
});

afterAll(() => api.close());

describe('the printed accounts over HTTP', () => {
  it.each([2022, 2023] as const)('of %d come back to the krona', async (year) => {
    const { rows } = await seen<YearEndAccountsView>(api, `${followUpPath}/${year}/accounts`);
    const { kind: _, ...figures } = printedAccounts(year);
    expect(Object.fromEntries(rows.map(({ of, accountsOre }) => [of, accountsOre]))).toEqual(
      Object.fromEntries(Object.entries(figures).map(([of, amount]) => [of, tkr(amount)])),
    );
  });

  it('tell the rounding of their sums', async () => {
    const { accounts } = await seen<YearEndAccountsView>(api, `${year2023}/accounts`);
    expect(accounts).toMatchObject({
      effectiveOn: '2023-12-31',
      citation: null,
      rounding: [
        { total: 'grossCost', printedOre: tkr(-245_645), computedOre: tkr(-245_644), toleranceOre: tkr(2) },
      ],
    });
  });

  it('vary and differ as printed, within what rounding explains', async () => {
    const { rows } = await seen<YearEndAccountsView>(api, `${year2023}/accounts`);
    for (const [printed, column] of [
      [printedVariances(), 'variance'],
      [printedDifferences, 'difference'],
    ] as const) {
      for (const [of, amount] of printed) {
        const cell = rows.find((row) => row.of === of)?.[column];
        const differenceOre = (cell?.amountOre ?? Number.NaN) - tkr(amount);
        expect([of, column, Math.abs(differenceOre) <= (cell?.toleranceOre ?? 0)]).toEqual([
          of,
          column,
          true,
        ]);
      }
    }
  });

  it('invest as printed', async () => {
    const { investments } = await seen<YearEndAccountsView>(api, `${year2023}/accounts`);
    const total = investments.at(-1);
    expect([
      total?.budgetOre,
      total?.accountsOre,
      total?.varianceOre,
      total?.previousAccountsOre,
      total?.differenceOre,
    ]).toEqual(printedInvestments().totalOre);
  });
});

describe('the printed accuracy over HTTP', () => {
  it('is in all nine rounds, 129 tkr each and 0,06 % of the budgeted net cost', async () => {
    const { table, rounds, shareOfBudgetedNetCost, offset, convergence } = await seen<YearAccuracy>(
      api,
      `${year2023}/accuracy`,
    );
    expect(rounds.map(({ round, error }) => [round, error])).toEqual(
      printedRounds().map(({ round }) => [round, { value: tkr(129) }]),
    );
    for (const { label, forecast, deviationFromAccounts } of printedAccuracy().table) {
      expect(table).toContainEqual(
        expect.objectContaining({
          label,
          forecastOre: tkr(forecast),
          deviationFromAccountsOre: tkr(deviationFromAccounts),
        }),
      );
    }
    expect(shareOfBudgetedNetCost).toMatchObject({ value: { printed: printedAccuracy().share } });
    expect(offset).toMatchObject({ value: { printed: '99,6 %' } });
    expect(convergence).toEqual({ notAvailable: 'forecast-never-moved' });
  });

  it('rests on the forecasts as the committee noted them', async () => {
    const { rounds, rows } = await seen<ForecastMatrix>(api, `${year2023}/forecasts`);
    expect(rounds.map(({ note }) => note?.citation)).toEqual(printedRounds().map(({ citation }) => citation));
    expect(rows.find(({ of }) => of === 'annualResult')?.amountsOre).toEqual(printedRounds().map(() => 0));
  });

  it('raises no alarm over years: 2022 has no forecasts, and one year is too few', async () => {
    const over = await seen<AccuracyOverYears>(api, `${followUpPath}/accuracy?years=2022,2023`);
    expect(over.years).toEqual([2022, 2023]);
    expect(over.rounds).toHaveLength(9);
    expect(over.rounds[8]).toMatchObject({
      errors: [
        { year: 2022, error: { notAvailable: 'no-forecast' } },
        { year: 2023, error: { value: tkr(129) } },
      ],
      meanAbsoluteError: { value: { sumOre: tkr(129), years: 1 } },
      trackingSignal: { notAvailable: 'too-few-years' },
      scaledError: { notAvailable: 'too-few-years' },
    });
  });
});
