import { readFileSync } from 'node:fs';
import { defaultAccountGroups } from '#libs/kernel';

const reference = JSON.parse(
  readFileSync(new URL('../../apps/cli/src/demo/reference.json', import.meta.url), 'utf8'),
) as Reference;

interface Reference {
  readonly operating: Readonly<Record<string, PrintedStatement>>;
  readonly grantBridge: Readonly<
    Record<string, { from: number; to: number; parts: readonly { reason: string; mnkr: number }[] }>
  >;
  readonly contingencyReserve: { readonly share: number; readonly heldIn: Readonly<Record<string, string>> };
  readonly investment: {
    readonly budget2025to2029: Readonly<
      Record<string, PrintedCategory | readonly number[] | readonly string[]>
    >;
    readonly accounts2023: Readonly<Record<string, PrintedCategory | readonly number[] | readonly string[]>>;
  };
}

type PrintedStatement = Readonly<Record<string, number>> & {
  readonly printed: { readonly grossCost: number; readonly netCost: number; readonly annualResult: number };
};
type PrintedCategory = Readonly<Record<string, readonly number[]>>;

export const tkr = (thousands: number) => thousands * 100_000;

/** The years whose operating budget is printed, and those that are planned in the budget of 2025. */
export const budgetYears = [2023, 2024, 2025] as const;
export const planYears = [2026, 2027] as const;

/** A year's operating budget or plan as it is printed, in tkr. */
export function printedStatement(year: number): PrintedStatement {
  const statement = reference.operating[`${year}-budget`] ?? reference.operating[`${year}-plan`];
  if (!statement) throw new Error(`No budget of ${year} is printed.`);
  return statement;
}

function typedStatement(year: number) {
  const figures = printedStatement(year);
  const { grossCost, netCost, annualResult } = figures.printed;
  return {
    year,
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

/** What somebody types in to adopt the budget of the year, with the plans that were printed with it. */
export function typedBudget(year: number) {
  const plans = year === 2025 ? planYears.map(typedStatement) : [];
  return { precision: 'tkr' as const, ...typedStatement(year), planYears: plans };
}

/** The printed explanation of the grant's change: parts in tenths of mnkr. */
export function typedGrantChange(year: number) {
  const parts = reference.grantBridge[year]?.parts ?? [];
  return {
    precision: 'tenthMnkr' as const,
    parts: parts.map(({ reason, mnkr }) => ({
      kind: kindOf(reason),
      reason,
      amountOre: Math.round(mnkr * 10) * 10_000_000,
    })),
  };
}

export function printedGrantChange(year: number) {
  const bridge = reference.grantBridge[year];
  if (!bridge) throw new Error(`No change of the grant is printed for ${year}.`);
  return bridge;
}

function kindOf(reason: string) {
  if (reason.startsWith('permanent')) return 'permanent' as const;
  return reason.startsWith('index') ? ('index' as const) : ('volume' as const);
}

/** Where the reserve is held, and its share of the grant in basis points. */
export function printedReserve(year: number) {
  const { share, heldIn } = reference.contingencyReserve;
  return { heldIn: heldIn[year] ?? '', shareBasisPoints: Math.round(share * 10_000) };
}

const categories = ['expansion', 'image', 'reinvestment', 'adaptation'] as const;

/** The printed investment budget: of 2025 in six columns, of 2023 the budget column of the accounts. */
export function typedInvestments(year: 2023 | 2025) {
  const table = year === 2025 ? reference.investment.budget2025to2029 : reference.investment.accounts2023;
  const years = year === 2025 ? [2024, 2025, 2026, 2027, 2028, 2029] : [2023];
  const columns = (figures: readonly number[] | undefined) => (figures ?? []).slice(0, years.length).map(tkr);
  return {
    years,
    precision: 'tkr' as const,
    categories: categories.map((category) => ({
      category,
      lines: linesOf(table[category]).map(([name, figures]) => ({ name, amountsOre: columns(figures) })),
      totalsOre: columns(totalOf(table[category])),
    })),
    totalsOre: columns(table['total'] as readonly number[]),
  };
}

function linesOf(printed: unknown): readonly (readonly [string, readonly number[]])[] {
  if (Array.isArray(printed)) return [];
  return Object.entries(printed as PrintedCategory).filter(([name]) => name !== 'total');
}

function totalOf(printed: unknown): readonly number[] | undefined {
  return Array.isArray(printed) ? (printed as readonly number[]) : (printed as PrintedCategory)['total'];
}
