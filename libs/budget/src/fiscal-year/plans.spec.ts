import { foldInto } from '#libs/kernel';
import { record } from '#libs/kernel/testing';
import { budgetStreamId, type BudgetAdopted } from '../contract/index.js';
import { budgetIndex, budgetKeysOf, budgetSources } from './budget-documents.js';
import { budgetAdopted, figures2026, recordedStatement, tkr, type StatementTkr } from './fixtures.js';
import { evolveYearBudget, figuresOf, noYearBudget, type YearBudget } from './year-budget.js';

const poorer: StatementTkr = [0, -250_000, 0, 0, 0, 250_000, 0];

const statement = (year: number, figures: StatementTkr) => ({
  ...recordedStatement(year, figures, 0, 0),
  controlTotals: {},
});

function adopted(year: number, figures: StatementTkr, on: string, plannedYear?: number): BudgetAdopted {
  const planYears = plannedYear === undefined ? [] : [statement(plannedYear, figures)];
  return {
    ...budgetAdopted,
    data: { ...statement(year, figures), precision: 'tkr', planYears },
    basis: { kind: 'decision', citation: `KF ${on}, § 1`, effectiveOn: on },
  };
}

const recorded = (fact: BudgetAdopted) => record(budgetStreamId('alingsas', 'SN', fact.data.year), [fact]);

const years = {
  name: 'years',
  version: 1,
  contexts: ['budget'],
  keysOf: budgetKeysOf,
  initial: noYearBudget,
  evolve: evolveYearBudget,
  index: budgetIndex,
  sources: budgetSources,
};

function year2026(...events: readonly ReturnType<typeof recorded>[]) {
  return foldInto(years, new Map<string, YearBudget>(), events.flat()).get('SN.2026');
}

const from2025 = recorded(adopted(2025, figures2026, '2024-11-06', 2026));
const from2024 = recorded(adopted(2024, poorer, '2023-11-08', 2026));
const own = recorded(adopted(2026, poorer, '2025-11-05'));

const grantOf = (budget: YearBudget | undefined) => budget && figuresOf(budget)?.sums.municipalGrantOre;

describe('a year that earlier budgets have planned', () => {
  it('stands as the latest plan says, also where an older one is recorded after it', () => {
    const planned = year2026(from2025, from2024);
    expect(planned?.plans.map((plan) => plan.adoptedWith)).toEqual([2024, 2025]);
    expect(planned).toMatchObject({
      committee: 'SN',
      year: 2026,
      revision: -1,
      adoption: null,
      figures: null,
    });
    expect(grantOf(planned)).toBe(tkr(263_632));
  });

  it('stands as its own budget says, whenever that was recorded, and keeps the plan', () => {
    for (const events of [
      [from2025, own],
      [own, from2025],
    ]) {
      const budget = year2026(...events);
      expect(grantOf(budget)).toBe(tkr(250_000));
      expect(budget).toMatchObject({ revision: 0, plans: [{ adoptedWith: 2025 }] });
    }
  });

  it('is not concerned by other years', () => {
    expect(year2026(recorded(adopted(2025, poorer, '2024-11-06')))).toBeUndefined();
  });

  it('is read from its own stream and from those of the five years before it', () => {
    expect(budgetSources({ key: 'SN.2026' })).toEqual(
      [2026, 2025, 2024, 2023, 2022, 2021].map((year) => ({ stream: `budget-SN.${year}` })),
    );
    expect(budgetSources({ committee: 'SN', year: 2026 })).toHaveLength(6);
    expect(budgetSources({ committee: 'SN' })).toEqual([{ prefix: 'budget-SN.' }]);
    expect(budgetSources({})).toEqual([{ prefix: 'budget-' }]);
  });
});
