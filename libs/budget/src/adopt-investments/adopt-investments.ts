import { accept, firstObjection, reject, type Decision, type Rule } from '#libs/kernel';
import type { BudgetEvent, BudgetState, InvestmentBudgetAdopted } from '../contract/index.js';
import type { BudgetRejection, BudgetWarning } from '../fiscal-year/rejections.js';
import {
  heldByThen,
  lastFactOf,
  theBudgetHeldByThen,
  theBudgetIsAdopted,
  type BudgetCommand,
} from '../fiscal-year/rules.js';
import { addedUp } from './investment-sums.js';
import {
  everyCategoryStandsOnce,
  everyFigureFitsThePrecision,
  everyLineStandsOnce,
  everyYearHasItsFigure,
  theYearsFollowOn,
} from './table-rules.js';
import type { TypedTable } from './typed-table.js';

/** Adopts the investment budget: expenditure by category and line, a column a year. A later one replaces it. */
export interface AdoptInvestments extends BudgetCommand, TypedTable {}

const rules: readonly Rule<AdoptInvestments, BudgetState, BudgetRejection>[] = [
  theBudgetIsAdopted,
  theBudgetHeldByThen,
  theFormerOneHeldByThen,
  theYearsFollowOn,
  everyCategoryStandsOnce,
  everyLineStandsOnce,
  everyYearHasItsFigure,
  everyFigureFitsThePrecision,
  theTotalsAgree,
];

/** Rejects with a {@link BudgetRejection}; warns of negative expenditure. */
export function adoptInvestments(
  command: AdoptInvestments,
  state: BudgetState,
): Decision<BudgetEvent, BudgetRejection> {
  const objection = firstObjection(rules, command, state);
  if (objection) return reject(objection);
  const { years, precision, basis } = command;
  const { categories, totalsOre, rounding } = addedUp(command);
  const data: InvestmentBudgetAdopted['data'] = { years, precision, categories, totalsOre, rounding };
  return accept([{ type: 'InvestmentBudgetAdopted', data, basis }], negativeExpenditure(command));
}

function theFormerOneHeldByThen({ basis }: AdoptInvestments, state: BudgetState): BudgetRejection | null {
  return heldByThen(basis.effectiveOn, lastFactOf(state, 'InvestmentBudgetAdopted'));
}

function theTotalsAgree(command: AdoptInvestments): BudgetRejection | null {
  const { contradictions } = addedUp(command);
  return contradictions.length > 0
    ? { code: 'investment-total-contradicted', facts: { contradictions } }
    : null;
}

function negativeExpenditure({ years, categories }: AdoptInvestments): readonly BudgetWarning[] {
  return categories
    .flatMap((category) => category.lines)
    .flatMap(({ name: subject, amountsOre }) =>
      years.map((year, n) => ({ year, subject, amountOre: amountsOre[n] ?? 0 })),
    )
    .filter(({ amountOre }) => amountOre < 0)
    .map((facts) => ({ code: 'unusual-sign', facts }));
}
