import type { AccountGroupKind, FiscalYear, Ore } from '#libs/kernel';
import { figuresOf } from '../fiscal-year/year-budget.js';
import {
  comparedTotals,
  comparableFigures,
  type ComparableFigures,
  type ComparedTotal,
} from './comparable-figures.js';
import type { ComparedYear } from './compared-year.js';
import { growth, type Growth } from './growth.js';
import { printedPair, reclassifiedPair, type KnownYear, type Pair } from './pairs.js';

/** Budgets in force, or plans, of several years beside each other. */
export interface Comparison {
  readonly committee: string;
  readonly years: readonly { readonly year: FiscalYear; readonly status: 'budget' | 'plan' }[];
  /** Years that were asked for but have neither a budget nor a plan. */
  readonly missingYears: readonly FiscalYear[];
  readonly lines: readonly (ComparisonRow & ComparedGroup)[];
  readonly totals: readonly (ComparisonRow & { readonly total: ComparedTotal })[];
}

export interface ComparisonRow {
  readonly amounts: readonly { readonly year: FiscalYear; readonly amountOre: Ore }[];
  /** From each year to the next, as the figures stand. */
  readonly growth: readonly Growth[];
  /** The same with the contingency reserve taken out of both years and the former year reclassified. */
  readonly reclassifiedGrowth?: readonly Growth[];
}

export interface ComparedGroup {
  readonly accountGroup: string;
  readonly name: string;
  readonly kind: AccountGroupKind;
}

export interface CompareBudgets {
  readonly committee: string;
  readonly years: readonly FiscalYear[];
  readonly reclassified: boolean;
}

/**
 * Compares the years, ascending, each with the next. `documents` are those of the years and of all years between
 * them, as a responsibility may have moved in one that is not shown. Null where nothing is known of any of the years.
 */
export function compareBudgets(
  request: CompareBudgets,
  documents: readonly ComparedYear[],
): Comparison | null {
  const { committee, reclassified } = request;
  const years = request.years.toSorted((a, b) => a - b);
  const known = years.flatMap((year) => documents.filter((doc) => doc.year === year).flatMap(knownYear));
  if (known.length === 0) return null;
  const rowOf = rowsFrom(known, reclassified ? documents : null);
  return {
    committee,
    years: known.map(({ year, status }) => ({ year, status })),
    missingYears: years.filter((year) => known.every((found) => found.year !== year)),
    lines: groupsOf(known).map((group) => ({
      ...group,
      ...rowOf((figures) => figures.lineOre(group.accountGroup)),
    })),
    totals: comparedTotals.map((total) => ({ total, ...rowOf((figures) => figures.totalOre(total)) })),
  };
}

function knownYear(doc: ComparedYear): KnownYear[] {
  const figures = figuresOf(doc);
  return figures ? [{ year: doc.year, status: doc.figures ? 'budget' : 'plan', figures }] : [];
}

/** Every account group of the years, in the latest year's order and under the latest name. */
function groupsOf(known: readonly KnownYear[]): readonly ComparedGroup[] {
  const groups = new Map<string, ComparedGroup>();
  for (const { accountGroup, name, kind } of known.toReversed().flatMap((year) => year.figures.lines)) {
    if (!groups.has(accountGroup)) groups.set(accountGroup, { accountGroup, name, kind });
  }
  return [...groups.values()];
}

type Figure = (figures: ComparableFigures) => Ore;

function rowsFrom(known: readonly KnownYear[], documents: readonly ComparedYear[] | null) {
  const successive = known.slice(1).map((after, n) => [known[n] ?? after, after] as const);
  const asPrinted = successive.map(([before, after]) => printedPair(before, after));
  const comparable =
    documents && successive.map(([before, after]) => reclassifiedPair(before, after, documents));
  return (figure: Figure): ComparisonRow => ({
    amounts: known.map(({ year, figures }) => ({ year, amountOre: figure(comparableFigures(figures)) })),
    growth: asPrinted.map((pair) => growthOf(pair, figure)),
    ...(comparable && { reclassifiedGrowth: comparable.map((pair) => growthOf(pair, figure)) }),
  });
}

function growthOf({ from, to, before, after }: Pair, figure: Figure): Growth {
  return growth(from, figure(before), to, figure(after));
}
