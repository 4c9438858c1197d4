import { given } from '#libs/kernel/testing';
import { budgetStream, type BudgetEvent, type InvestmentCategory } from '../contract/index.js';
import { budgetAdopted, decided, investmentsAdopted, tkr } from '../fiscal-year/fixtures.js';
import { adoptInvestments, type AdoptInvestments } from './adopt-investments.js';

const inTkr = (...figures: readonly number[]) => figures.map(tkr);
const line = (name: string, ...figures: readonly number[]) => ({ name, amountsOre: inTkr(...figures) });

const investments: AdoptInvestments = {
  year: 2025,
  years: [2024, 2025],
  precision: 'tkr',
  categories: [
    {
      category: 'reinvestment',
      lines: [line('Inventarier', 400, 400), line('IT-utrustning', 300, 300), line('Transportmedel', 50, 0)],
      totalsOre: inTkr(750, 700),
    },
  ],
  totalsOre: inTkr(750, 700),
  basis: investmentsAdopted.basis,
};

const adopting = (changes: Partial<AdoptInvestments> = {}, ...facts: readonly BudgetEvent[]) =>
  given(budgetStream, [budgetAdopted, ...facts]).when(adoptInvestments, { ...investments, ...changes });

const category = (
  name: InvestmentCategory,
  totalsTkr: readonly number[],
  ...lines: ReturnType<typeof line>[]
) => ({
  category: name,
  lines,
  totalsOre: inTkr(...totalsTkr),
});

describe('adopting an investment budget', () => {
  it('records categories and lines by year', () => {
    adopting().thenWarned().thenRecorded(investmentsAdopted);
  });

  it('adds up where no totals are printed', () => {
    const { lines } = investments.categories[0] ?? { lines: [] };
    const categories = [{ category: 'reinvestment', lines } as const];
    adopting({ categories, totalsOre: undefined }).thenRecorded(investmentsAdopted);
  });

  it('records the differences that rounding explains, by category and year', () => {
    const categories = [
      category('reinvestment', [751, 700], line('Inventarier', 400, 400), line('IT-utrustning', 350, 300)),
    ];
    const rounded = { toleranceOre: tkr(1), year: 2024 };
    adopting({ categories, totalsOre: inTkr(750, 700) }).thenRecorded({
      ...investmentsAdopted,
      data: {
        ...investmentsAdopted.data,
        categories,
        rounding: [
          {
            category: 'reinvestment',
            printedOre: tkr(751),
            computedOre: tkr(750),
            differenceOre: tkr(1),
            ...rounded,
          },
          { category: null, printedOre: tkr(750), computedOre: tkr(751), differenceOre: tkr(-1), ...rounded },
        ],
      },
    });
  });

  it('warns of negative expenditure', () => {
    adopting({
      categories: [{ category: 'image', lines: [line('Bidrag', -10, 0)] }],
      totalsOre: undefined,
    }).thenWarned('unusual-sign');
  });
});

describe('adopting an investment budget is refused', () => {
  it('where no operating budget is adopted', () => {
    given(budgetStream).when(adoptInvestments, investments).thenRejected('budget-not-adopted');
  });

  it('from a date before the budget, or before the investment budget that it replaces', () => {
    adopting({ basis: decided('2024-10-22') }).thenRejected('effective-before-its-subject');
    adopting({}, { ...investmentsAdopted, basis: decided('2025-02-18') }).thenRejected(
      'effective-before-its-subject',
      {
        subject: 'InvestmentBudgetAdopted',
        effectiveOn: '2024-11-06',
        subjectEffectiveOn: '2025-02-18',
      },
    );
  });

  it.each([
    [[2023, 2024]],
    [[2026, 2027]],
    [[2025, 2024]],
    [[2024, 2026]],
    [[2024]],
    [[2025, 2026, 2027, 2028, 2029, 2030, 2031]],
    [[]],
  ])('with the years %p', (years) => {
    adopting({ years }).thenRejected('investment-years-out-of-order', { year: 2025, years, maxYears: 6 });
  });

  it('where a category or a line stands twice', () => {
    const image = category('image', [0, 0], line('Torg', 0, 0));
    adopting({ categories: [image, image] }).thenRejected('investment-category-repeated', {
      category: 'image',
    });
    adopting({
      categories: [category('image', [0, 0], line('Torg', 0, 0), line('Torg', 0, 0))],
    }).thenRejected('investment-line-repeated', { category: 'image', name: 'Torg' });
  });

  it('where a year lacks its figure', () => {
    adopting({ categories: [category('image', [0, 0], line('Torg', 0))] }).thenRejected(
      'investment-columns-mismatch',
      {
        subject: 'Torg',
        amounts: 1,
        years: 2,
      },
    );
    adopting({ totalsOre: inTkr(750) }).thenRejected('investment-columns-mismatch', {
      subject: 'total',
      amounts: 1,
      years: 2,
    });
  });

  it('where a total is further away than rounding explains', () => {
    adopting({ totalsOre: inTkr(750, 702) }).thenRejected('investment-total-contradicted', {
      contradictions: [
        {
          category: null,
          year: 2025,
          printedOre: tkr(702),
          computedOre: tkr(700),
          differenceOre: tkr(2),
          toleranceOre: tkr(1),
        },
      ],
    });
  });

  it('where a figure is finer than its unit', () => {
    adopting({ categories: [{ category: 'image', lines: [line('Torg', 0.5, 0)] }] }).thenRejected(
      'amount-finer-than-precision',
      {
        subject: 'Torg',
        amountOre: 50_000,
        precision: 'tkr',
      },
    );
  });
});
