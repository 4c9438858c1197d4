import type { FiscalYear } from '#libs/kernel';
import { everyAmountFits } from '../fiscal-year/line-rules.js';
import type { BudgetRejection } from '../fiscal-year/rejections.js';
import { rowsOf, type TypedTable } from './typed-table.js';

/** The year before, the budget year, and four plan years. */
export const maxInvestmentYears = 6;

/** The columns are consecutive years and begin with the budget year or with the one before it. */
export function theYearsFollowOn({
  year,
  years,
}: TypedTable & { readonly year: FiscalYear }): BudgetRejection | null {
  const [first = 0] = years;
  const inOrder = years.every((column, n) => column === first + n);
  const aroundTheBudget = first <= year && first >= year - 1 && first + years.length > year;
  if (inOrder && aroundTheBudget && years.length <= maxInvestmentYears) return null;
  return { code: 'investment-years-out-of-order', facts: { year, years, maxYears: maxInvestmentYears } };
}

export function everyCategoryStandsOnce({ categories }: TypedTable): BudgetRejection | null {
  const repeated = categories.find(
    ({ category }, n) => categories.findIndex((other) => other.category === category) < n,
  );
  return repeated ? { code: 'investment-category-repeated', facts: { category: repeated.category } } : null;
}

export function everyLineStandsOnce({ categories }: TypedTable): BudgetRejection | null {
  for (const { category, lines } of categories) {
    const repeated = lines.find(({ name }, n) => lines.findIndex((other) => other.name === name) < n);
    if (repeated) return { code: 'investment-line-repeated', facts: { category, name: repeated.name } };
  }
  return null;
}

export function everyYearHasItsFigure(table: TypedTable): BudgetRejection | null {
  const years = table.years.length;
  const misfit = rowsOf(table).find(([, amountsOre]) => amountsOre.length !== years);
  if (!misfit) return null;
  const [subject, { length: amounts }] = misfit;
  return { code: 'investment-columns-mismatch', facts: { subject, amounts, years } };
}

export function everyFigureFitsThePrecision(table: TypedTable): BudgetRejection | null {
  const amounts = rowsOf(table).flatMap(([subject, amountsOre]) =>
    amountsOre.map((amountOre) => [subject, amountOre] as const),
  );
  return everyAmountFits(amounts, table.precision);
}
