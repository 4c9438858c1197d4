import type { BudgetEvent } from '#libs/budget/contract';
import type { FollowUpEvent } from '../contract/index.js';
import { accountsClosed, accountsCorrected } from '../fiscal-year/accounts-fixtures.js';
import {
  monthInTkr,
  outcomeCorrected,
  outcomeRecorded,
  recordedInTkr,
  tkr,
} from '../fiscal-year/fixtures.js';
import {
  accountsWithResult,
  budget2023,
  budgetAdopted,
  calendarOf,
  outcomesOf,
} from '../testing/reference-years.js';
import { yearDoc, type Facts } from '../testing/year-docs.js';
import { yearEndAccounts } from './year-end-accounts.js';

const viewOf = (facts: Facts, year = 2023) => yearEndAccounts(yearDoc(year, facts), yearDoc(year - 1, facts));
const rowOf = (facts: Facts, of: string) => viewOf(facts).rows.find((row) => row.of === of);
const reference: Facts = { budget: { 2023: budget2023 }, followUp: { 2023: [accountsClosed] } };

describe('the table of the accounts', () => {
  it('has its rows in their printed order', () => {
    expect(viewOf(reference).rows.map(({ name }) => name)).toEqual([
      'Verksamhetens intäkter',
      'Personalkostnader',
      'Lokalhyror',
      'Köp av tjänster',
      'Övriga kostnader',
      'Verksamhetens kostnader',
      'Verksamhetens nettokostnader',
      'Kommunbidrag',
      'Finansnetto',
      'Årets resultat',
    ]);
  });

  it('computes variances from the recorded figures, and says how far rounding may have moved a printed one', () => {
    expect(rowOf(reference, 'revenue')).toMatchObject({
      budgetOre: tkr(16_924),
      accountsOre: tkr(21_733),
      variance: { amountOre: tkr(4_809), toleranceOre: tkr(1) },
    });
    expect(rowOf(reference, 'grossCost')).toMatchObject({
      accountsOre: tkr(-245_645),
      variance: { amountOre: tkr(-4_674) },
    });
  });

  it('takes a line that the budget lacks for nothing budgeted, and shows its cell empty', () => {
    const budget = { 2023: [budgetAdopted(2023, { staffCosts: -100_000, municipalGrant: 100_000 })] };
    expect(rowOf({ ...reference, budget }, 'netFinancialItems')).toMatchObject({
      budgetOre: null,
      accountsOre: tkr(-6),
      variance: { amountOre: tkr(-6) },
    });
  });

  it('has no variance without a budget, and no difference without the year before', () => {
    expect(rowOf({ followUp: { 2023: [accountsClosed] } }, 'annualResult')).toMatchObject({
      budgetOre: null,
      accountsOre: tkr(129),
      variance: null,
      previousAccountsOre: null,
      difference: null,
      reclassified: null,
    });
  });

  it('shows the budget alone until the year is closed', () => {
    const { accounts, rows } = viewOf({ ...reference, followUp: { 2023: [calendarOf(2023)] } });
    expect(accounts).toBeNull();
    expect(rows[0]).toMatchObject({ budgetOre: tkr(16_924), accountsOre: null, variance: null });
  });

  it('shows what stood before a correction', () => {
    const { accounts, former } = viewOf({
      ...reference,
      followUp: { 2023: [accountsClosed, accountsCorrected] },
    });
    expect(accounts).toMatchObject({
      effectiveOn: '2024-03-19',
      reason: 'En faktura var bokförd på fel år.',
    });
    expect(former).toMatchObject([{ effectiveOn: '2023-12-31', rounding: [{ total: 'grossCost' }] }]);
  });

  it('makes the year before comparable where a responsibility has moved', () => {
    const reclassified: BudgetEvent = {
      type: 'BudgetReclassified',
      data: {
        precision: 'tkr',
        changes: recordedInTkr({ staffCosts: 5_000, municipalGrant: -5_000 }).map(
          ({ amountOre, ...line }) => ({
            ...line,
            changeOre: amountOre,
          }),
        ),
        reason: 'Arbetsmarknadsenheten har flyttat.',
      },
      basis: { kind: 'report', effectiveOn: '2023-01-01' },
    };
    const facts: Facts = {
      budget: { 2023: [...budget2023, reclassified] },
      followUp: { 2022: [accountsWithResult(2022, 0)], 2023: [accountsClosed] },
    };
    expect(rowOf(facts, 'staffCosts')).toMatchObject({
      previousAccountsOre: tkr(-100_000),
      difference: { amountOre: tkr(-27_614) },
      reclassified: { previousAccountsOre: tkr(-95_000), difference: { amountOre: tkr(-32_614) } },
    });
    expect(rowOf(facts, 'netCost')).toMatchObject({ reclassified: { previousAccountsOre: tkr(-95_000) } });
    expect(rowOf(facts, 'annualResult')).toMatchObject({ reclassified: { previousAccountsOre: 0 } });
  });
});

describe('outcomes by month', () => {
  const months = (...followUp: readonly FollowUpEvent[]) => viewOf({ followUp: { 2023: followUp } });

  it('are twelve, each by itself; a missing one is null', () => {
    const rows = months(outcomeRecorded, outcomeCorrected).months;
    expect(rows).toHaveLength(12);
    expect(rows[0]).toMatchObject({
      month: 1,
      lastDay: '2023-01-31',
      outcome: { sums: { netCostOre: tkr(-9_400) } },
      former: [{ sums: { netCostOre: tkr(-9_500) } }],
    });
    expect(rows[1]).toEqual({ month: 2, lastDay: '2023-02-28', outcome: null, former: [] });
  });

  it('are held against the accounts when all are there', () => {
    const each = outcomesOf(
      2023,
      Array.from({ length: 12 }, () => -8_000),
    );
    const closed = (thousands: number): FollowUpEvent => ({
      type: 'AccountsClosed',
      data: { ...monthInTkr({ staffCosts: thousands }), investments: null },
      basis: accountsClosed.basis,
    });
    expect(months(...each).monthsAgainstAccounts).toEqual({ notAvailable: 'accounts-not-closed' });
    expect(months(...each.slice(1), closed(-96_000)).monthsAgainstAccounts).toEqual({
      notAvailable: 'outcomes-missing',
    });
    expect(months(...each, closed(-96_006)).monthsAgainstAccounts).toEqual({ value: [] });
    expect(months(...each, closed(-96_007)).monthsAgainstAccounts).toEqual({
      value: [
        {
          accountGroup: 'staffCosts',
          outcomesOre: tkr(-96_000),
          accountsOre: tkr(-96_007),
          differenceOre: tkr(-7),
          toleranceOre: tkr(6),
        },
      ],
    });
  });
});

describe('the table of investments', () => {
  const investments: BudgetEvent = {
    type: 'InvestmentBudgetAdopted',
    data: {
      years: [2022, 2023],
      precision: 'tkr',
      categories: [
        {
          category: 'reinvestment',
          lines: [
            { name: 'Inventarier', amountsOre: [tkr(1), tkr(400)] },
            { name: 'IT-utrustning', amountsOre: [tkr(1), tkr(200)] },
          ],
          totalsOre: [tkr(2), tkr(600)],
        },
      ],
      totalsOre: [tkr(2), tkr(600)],
      rounding: [],
    },
    basis: { kind: 'report', effectiveOn: '2022-11-15' },
  };

  it('holds lines, categories and the total against the budget of the year', () => {
    const facts = { budget: { 2023: [...budget2023, investments] }, followUp: { 2023: [accountsClosed] } };
    const rows = viewOf(facts).investments;
    expect(
      rows.map(({ category, line, budgetOre, accountsOre, varianceOre }) => [
        category,
        line,
        budgetOre,
        accountsOre,
        varianceOre,
      ]),
    ).toEqual([
      ['reinvestment', null, tkr(600), tkr(525), tkr(75)],
      ['reinvestment', 'Inventarier', tkr(400), tkr(305), tkr(95)],
      ['reinvestment', 'IT-utrustning', tkr(200), tkr(200), 0],
      ['reinvestment', 'Transportmedel', null, tkr(20), tkr(-20)],
      [null, null, tkr(600), tkr(525), tkr(75)],
    ]);
    expect(
      rows.map(({ previousAccountsOre, differenceOre }) => [previousAccountsOre, differenceOre]),
    ).toContainEqual([null, null]);
  });

  it('is empty where nobody speaks of investments', () => {
    expect(viewOf({ followUp: { 2023: [accountsCorrected] } }).investments).toEqual([]);
  });
});
