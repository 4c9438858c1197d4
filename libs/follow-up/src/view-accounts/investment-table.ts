import type { InvestmentBudgetAdopted, InvestmentCategory } from '#libs/budget/contract';
import { sumOre, type FiscalYear, type Ore } from '#libs/kernel';
import type { InvestmentOutcome } from '../contract/index.js';
import { finalInvestmentBudget } from '../fiscal-year/budget-in-force.js';
import { standingAccounts, type FollowUpYear } from '../fiscal-year/year-document.js';

/** A row of the printed table of investments; expenditure is positive, and null is a cell with nothing in it. */
export interface InvestmentRow {
  /** Null for the total of all categories. */
  readonly category: InvestmentCategory | null;
  /** Null for the total of the category. */
  readonly line: string | null;
  readonly budgetOre: Ore | null;
  readonly accountsOre: Ore | null;
  /** budget − accounts, plus is favourable. */
  readonly varianceOre: Ore | null;
  readonly previousAccountsOre: Ore | null;
  /** accounts of the year before − accounts. */
  readonly differenceOre: Ore | null;
}

/** The figures of a column by category and line; a total has no line. */
type Column = readonly {
  readonly category: InvestmentCategory | null;
  readonly line: string | null;
  readonly ore: Ore;
}[];

/** Category by category with its lines, then the total. */
export function investmentTable(doc: FollowUpYear, previous: FollowUpYear | null): readonly InvestmentRow[] {
  const budget = columnOfBudget(finalInvestmentBudget(doc), doc.year);
  const accounts = columnOfAccounts(standingAccounts(doc)?.investments ?? null);
  const before = columnOfAccounts(previous && (standingAccounts(previous)?.investments ?? null));
  return rowsOf([budget, accounts, before].filter((column) => column !== null)).map((row) => {
    const [budgetOre, accountsOre, previousAccountsOre] = [budget, accounts, before].map((column) =>
      cell(column, row),
    );
    return {
      ...row,
      budgetOre: budgetOre ?? null,
      accountsOre: accountsOre ?? null,
      varianceOre: minus(budget, accounts, row),
      previousAccountsOre: previousAccountsOre ?? null,
      differenceOre: minus(before, accounts, row),
    };
  });
}

type Row = Pick<InvestmentRow, 'category' | 'line'>;

function columnOfBudget(budget: InvestmentBudgetAdopted['data'] | null, year: FiscalYear): Column | null {
  if (!budget) return null;
  const n = budget.years.indexOf(year);
  return [
    ...budget.categories.flatMap(({ category, totalsOre, lines }) => [
      { category, line: null, ore: totalsOre[n] ?? 0 },
      ...lines.map(({ name, amountsOre }) => ({ category, line: name, ore: amountsOre[n] ?? 0 })),
    ]),
    { category: null, line: null, ore: budget.totalsOre[n] ?? 0 },
  ];
}

function columnOfAccounts(accounts: InvestmentOutcome | null): Column | null {
  if (!accounts) return null;
  return [
    ...accounts.categories.flatMap(({ category, totalOre, lines }) => [
      { category, line: null, ore: totalOre },
      ...lines.map(({ name, amountOre }) => ({ category, line: name, ore: amountOre })),
    ]),
    { category: null, line: null, ore: accounts.totalOre },
  ];
}

/** The rows of all columns: each category before its lines, the total last. */
function rowsOf(columns: readonly Column[]): readonly Row[] {
  const cells = columns.flat();
  const categories = [...new Set(cells.map(({ category }) => category))].filter(
    (category) => category !== null,
  );
  const rows = categories.flatMap((category) => {
    const lines = new Set(cells.filter((c) => c.category === category).map(({ line }) => line));
    return [null, ...[...lines].filter((line) => line !== null)].map((line): Row => ({ category, line }));
  });
  return columns.length > 0 ? [...rows, { category: null, line: null }] : [];
}

function cell(column: Column | null, { category, line }: Row): Ore | null {
  return column?.find((found) => found.category === category && found.line === line)?.ore ?? null;
}

/** A column is whole: a line that it lacks is nothing budgeted or nothing spent. */
function minus(minuend: Column | null, subtrahend: Column | null, row: Row): Ore | null {
  return minuend && subtrahend && sumOre([cell(minuend, row) ?? 0, -(cell(subtrahend, row) ?? 0)]);
}
