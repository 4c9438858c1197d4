import { roundingToleranceOre, sumOre, type FiscalYear, type Ore, type Precision } from '#libs/kernel';
import type { InvestmentCategory, InvestmentRounding } from '#libs/budget/contract';
import type { InvestmentOutcome, InvestmentOutcomeLine } from '../contract/index.js';

export interface TypedInvestmentCategory {
  readonly category: InvestmentCategory;
  readonly lines: readonly InvestmentOutcomeLine[];
  /** As printed, or null. */
  readonly totalOre: Ore | null;
}

/** Investments as they were typed in. */
export interface TypedInvestments {
  readonly categories: readonly TypedInvestmentCategory[];
  /** As printed, or null. */
  readonly totalOre: Ore | null;
}

/** The investments as they are recorded, and the printed totals that rounding does not explain. */
export interface CheckedInvestments {
  readonly outcome: InvestmentOutcome;
  readonly contradictions: readonly InvestmentRounding[];
}

/** Adds investments up: lines to their category, categories (as printed, where they are) to the total. */
export function checkInvestments(
  typed: TypedInvestments,
  year: FiscalYear,
  precision: Precision,
): CheckedInvestments {
  const held = typed.categories.map(({ category, lines, totalOre }) => {
    const amountsOre = lines.map((line) => line.amountOre);
    return { category, lines, ...hold(amountsOre, totalOre) };
  });
  const total = {
    category: null,
    ...hold(
      held.map((category) => category.totalOre),
      typed.totalOre,
    ),
  };
  const differences = [...held, total].flatMap(({ category, totalOre, computedOre, addends }) => {
    const differenceOre = sumOre([totalOre, -computedOre]);
    const toleranceOre = roundingToleranceOre(addends, precision);
    return differenceOre === 0
      ? []
      : [{ category, year, printedOre: totalOre, computedOre, differenceOre, toleranceOre }];
  });
  return {
    outcome: {
      categories: held.map(({ category, lines, totalOre }) => ({ category, lines, totalOre })),
      totalOre: total.totalOre,
      rounding: differences.filter(isRounding),
    },
    contradictions: differences.filter((difference) => !isRounding(difference)),
  };
}

function hold(amountsOre: readonly Ore[], printedOre: Ore | null) {
  const computedOre = sumOre(amountsOre);
  return { totalOre: printedOre ?? computedOre, computedOre, addends: amountsOre.length };
}

function isRounding({ differenceOre, toleranceOre }: InvestmentRounding): boolean {
  return Math.abs(differenceOre) <= toleranceOre;
}
