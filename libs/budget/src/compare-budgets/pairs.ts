import type { FiscalYear } from '#libs/kernel';
import type { BudgetFigures } from '../contract/index.js';
import { comparableFigures, withoutReserve, type ComparableFigures } from './comparable-figures.js';
import type { ComparedYear } from './compared-year.js';

/** A year with figures to compare: its budget in force or, before that, its plan. */
export interface KnownYear {
  readonly year: FiscalYear;
  readonly status: 'budget' | 'plan';
  readonly figures: BudgetFigures;
}

/** Two years whose figures can be held against each other. */
export interface Pair {
  readonly from: FiscalYear;
  readonly to: FiscalYear;
  readonly before: ComparableFigures;
  readonly after: ComparableFigures;
}

/** The figures as they stand. */
export function printedPair(before: KnownYear, after: KnownYear): Pair {
  return {
    from: before.year,
    to: after.year,
    before: comparableFigures(before.figures),
    after: comparableFigures(after.figures),
  };
}

/** The reserve taken out of both, and the former year with every reclassification since. */
export function reclassifiedPair(
  before: KnownYear,
  after: KnownYear,
  documents: readonly ComparedYear[],
): Pair {
  const since = documents.filter((doc) => doc.year > before.year && doc.year <= after.year);
  const reclassified = since.flatMap((doc) => doc.reclassified);
  return {
    from: before.year,
    to: after.year,
    before: comparableFigures(before.figures, [...withoutReserve(before.figures), ...reclassified]),
    after: comparableFigures(after.figures, withoutReserve(after.figures)),
  };
}
