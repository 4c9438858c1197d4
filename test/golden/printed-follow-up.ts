import { readFileSync } from 'node:fs';
import { defaultAccountGroups, parseCitation } from '#libs/kernel';
import type { RoundKind } from '#libs/follow-up/contract';
import type { InvestmentCategory } from '#libs/budget/contract';
import { tkr } from './printed-budgets.js';

const reference = JSON.parse(
  readFileSync(new URL('../../apps/cli/src/demo/reference.json', import.meta.url), 'utf8'),
) as Reference;

interface Reference {
  readonly operating: Readonly<Record<string, Figures & { readonly printed: Figures }>>;
  readonly forecastRounds: Readonly<
    Record<
      string,
      {
        readonly rounds: readonly {
          readonly round: number;
          readonly citation: string;
          readonly forecast: number;
        }[];
        readonly yearEndAccounts: number;
        readonly printedAccuracy: readonly PrintedAccuracy[];
        readonly printedShareOfBudgetedNetCost: string;
      }
    >
  >;
  readonly investment: {
    readonly accounts2023: Readonly<Record<string, readonly number[] | PrintedCategory>>;
  };
}

type Figures = Readonly<Record<string, number>>;
type PrintedCategory = Readonly<Record<string, readonly number[]>>;

interface PrintedAccuracy {
  readonly label: string;
  readonly forecast: number;
  readonly deviationFromAccounts: number;
}

/** A printed column of the operating table, in tkr, its sums among the figures. */
export function printedAccounts(year: 2022 | 2023): Figures {
  const { printed, ...figures } = reference.operating[year === 2022 ? '2022' : '2023-outcome'] ?? noFigures();
  return { ...figures, ...printed };
}

/** What somebody types in to close the year. */
export function typedAccounts(year: 2022 | 2023) {
  const { grossCost = 0, netCost = 0, annualResult = 0, ...figures } = printedAccounts(year);
  return {
    precision: 'tkr' as const,
    lines: defaultAccountGroups.map(({ id }) => ({
      accountGroup: id,
      amountOre: tkr(figures[id] ?? Number.NaN),
    })),
    controlTotals: {
      grossCostOre: tkr(grossCost),
      netCostOre: tkr(netCost),
      annualResultOre: tkr(annualResult),
    },
  };
}

/** The printed variances of 2023, in tkr. */
export function printedVariances(): readonly (readonly [string, number])[] {
  return Object.entries(reference.operating['2023-variance-printed'] ?? noFigures()) as [string, number][];
}

/** The printed differences between 2023 and 2022, in tkr. */
export const printedDifferences: readonly (readonly [string, number])[] = [
  ['revenue', 6_766],
  ['staffCosts', -12_504],
  ['premisesRent', -642],
  ['purchasedServices', -11_183],
  ['otherCosts', 414],
  ['grossCost', -23_913],
  ['netCost', -17_147],
  ['municipalGrant', 13_921],
  ['netFinancialItems', -6],
  ['annualResult', -3_232],
];

/** The annual report prints one extended follow-up without saying which; that of April is the usual one. */
const kinds: Readonly<Record<number, RoundKind>> = { 3: 'extendedMonthly', 6: 'interimAccounts' };

/** The nine rounds of 2023: date and kind, the forecast in öre, and the paragraph of the committee's note. */
export function printedRounds() {
  return printedForecasts().rounds.map(({ round, citation, forecast }) => ({
    round,
    citation,
    date: parseCitation(citation)?.date ?? '',
    paragraph: parseCitation(citation)?.paragraph ?? 0,
    kind: kinds[round] ?? ('monthly' as const),
    forecastOre: tkr(forecast),
  }));
}

/** The printed table of the forecasts' accuracy, and the printed share. */
export function printedAccuracy() {
  const { printedAccuracy: table, printedShareOfBudgetedNetCost: share } = printedForecasts();
  return { table, share };
}

/** The printed table of investments 2023, in öre: budget, accounts, variance, accounts of 2022, difference. */
export function printedInvestments() {
  const { columns: _, total, ...categories } = reference.investment.accounts2023;
  const rows = Object.entries(categories).flatMap(([category, printed]) =>
    isColumns(printed)
      ? [{ category, line: null, ore: printed.map(tkr) }]
      : Object.entries(printed).map(([line, columns]) => ({
          category,
          line: line === 'total' ? null : line,
          ore: columns.map(tkr),
        })),
  );
  return { rows, totalOre: (isColumns(total) ? total : []).map(tkr) };
}

/** The accounts' columns of that table: of 2023 the second, of 2022 the fourth. */
export function typedInvestmentAccounts(year: 2022 | 2023) {
  const column = year === 2023 ? 1 : 3;
  const { rows, totalOre } = printedInvestments();
  const categories = rows.filter(({ line }) => line === null);
  return {
    categories: categories.map(({ category, ore }) => ({
      category: category as InvestmentCategory,
      lines: rows.flatMap((row) =>
        row.category === category && row.line !== null
          ? [{ name: row.line, amountOre: row.ore[column] ?? 0 }]
          : [],
      ),
      totalOre: ore[column] ?? 0,
    })),
    totalOre: totalOre[column] ?? 0,
  };
}

function printedForecasts() {
  const year = reference.forecastRounds['2023'];
  if (!year) throw new Error('The rounds of 2023 are not in the reference.');
  return year;
}

function isColumns(printed: unknown): printed is readonly number[] {
  return Array.isArray(printed);
}

function noFigures(): never {
  throw new Error('The reference lacks the figures.');
}
